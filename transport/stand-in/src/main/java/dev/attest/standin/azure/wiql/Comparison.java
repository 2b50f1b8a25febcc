package dev.attest.standin.azure.wiql;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Compares a field with a value, ignoring case. On the field of tags, CONTAINS matches whole tags. */
record Comparison(String field, String operator, String value) implements Condition {

    @Override
    public boolean holds(UnaryOperator<String> item) {
        var text = item.apply(field).toLowerCase(Locale.ROOT);
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
