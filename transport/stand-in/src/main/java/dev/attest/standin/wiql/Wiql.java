package dev.attest.standin.wiql;

import java.util.List;

/**
 * A query such as
 *
 * <pre>
 * SELECT [System.Id] FROM WorkItems
 * WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS 'attest' AND [System.State] &lt;&gt; 'Closed'
 * ORDER BY [System.ChangedDate] DESC
 * </pre>
 *
 * Of the language it has the comparisons, CONTAINS, IN, UNDER, each with NOT, and AND, OR and parentheses.
 *
 * @param columns the fields to show
 * @param fields all that the query names
 */
public record Wiql(List<String> columns, Condition where, List<Order> order, List<String> fields) {

    /** A field to sort by. */
    public record Order(String field, boolean descending) {}

    /** Compares two values of a field as queries do: whole numbers by size, all else as texts. */
    public static int compare(String left, String right) {
        return Comparison.compare(left, right);
    }

    /** Copies the lists. */
    public Wiql {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        fields = List.copyOf(fields);
    }

    /**
     * Reads a query.
     *
     * @param project what {@code @project} stands for; empty when there is none
     * @throws WiqlException when it is not understood
     */
    public static Wiql parse(String text, String project) {
        return new WiqlParser(Tokens.of(text), project).query();
    }
}
