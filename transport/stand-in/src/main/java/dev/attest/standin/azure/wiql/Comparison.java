package dev.attest.standin.azure.wiql;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * Compares a field with a value, ignoring case. On the field of tags, CONTAINS matches whole tags. As in a query of the
 * service without {@code timePrecision}, dates are compared by day.
 */
record Comparison(String field, String operator, String value) implements Condition {

    private static final String DAY = "\\d{4}-\\d\\d-\\d\\d";
    private static final String MOMENT = DAY + "t[0-9:.]+z";
    private static final int DAY_LENGTH = 10;

    @Override
    public boolean holds(UnaryOperator<String> item) {
        var found = item.apply(field).toLowerCase(Locale.ROOT);
        var text = found.matches(MOMENT) && value.matches(DAY) ? found.substring(0, DAY_LENGTH) : found;
        var wanted = value.toLowerCase(Locale.ROOT);
        return switch (operator) {
            case "contains" -> field.equalsIgnoreCase("System.Tags") ? tagged(text, wanted) : text.contains(wanted);
            case "under" -> text.equals(wanted) || text.startsWith(wanted + "\\");
            case "=" -> compare(text, wanted) == 0;
            case "<>" -> compare(text, wanted) != 0;
            case "<" -> compare(text, wanted) < 0;
            case ">" -> compare(text, wanted) > 0;
            case "<=" -> compare(text, wanted) <= 0;
            default -> compare(text, wanted) >= 0;
        };
    }

    private static boolean tagged(String tags, String wanted) {
        return Arrays.stream(tags.split(";", -1)).map(String::strip).anyMatch(wanted::equals);
    }

    static int compare(String left, String right) {
        var numbers = left.matches("-?\\d{1,15}") && right.matches("-?\\d{1,15}");
        return numbers ? Long.compare(Long.parseLong(left), Long.parseLong(right)) : left.compareTo(right);
    }
}
