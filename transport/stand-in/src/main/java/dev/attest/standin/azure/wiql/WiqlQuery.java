package dev.attest.standin.azure.wiql;

import java.util.List;

/**
 * A query, such as
 *
 * <pre>
 * SELECT [System.Id] FROM WorkItems
 * WHERE [System.TeamProject] = @project AND [System.Tags] CONTAINS 'attest' AND [System.State] &lt;&gt; 'Closed'
 * ORDER BY [System.ChangedDate] DESC
 * </pre>
 *
 * Supported are comparisons, CONTAINS, IN and UNDER, each also with NOT, and AND, OR and parentheses. Dates are
 * compared by day. A value may be a {@link WiqlMacros macro}.
 *
 * @param columns the fields to show
 * @param fields all fields that the query uses
 */
public record WiqlQuery(List<String> columns, Condition where, List<SortKey> order, List<String> fields) {

    /** A field to sort by. */
    public record SortKey(String field, boolean descending) {}

    /** Compares two values of a field: whole numbers as numbers, everything else as text. */
    public static int compare(String left, String right) {
        return Comparison.compare(left, right);
    }

    /** Copies the lists. */
    public WiqlQuery {
        columns = List.copyOf(columns);
        order = List.copyOf(order);
        fields = List.copyOf(fields);
    }

    /**
     * Parses a query.
     *
     * @throws WiqlException if the query is invalid or unsupported
     */
    public static WiqlQuery parse(String text, WiqlMacros macros) {
        return new WiqlParser(WiqlTokens.of(text), macros).query();
    }
}
