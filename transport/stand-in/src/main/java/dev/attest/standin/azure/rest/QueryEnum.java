package dev.attest.standin.azure.rest;

import dev.attest.standin.rules.Refusal;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * An enum in a query or a body. The service takes a value by name, in any case, and by number. Values of an enum of
 * flags can be combined, as {@code WorkItems,Point} or as their sum.
 */
public final class QueryEnum {

    private final String parameter;
    private final List<String> names;
    private final int first;
    private final boolean flags;

    private QueryEnum(String parameter, int first, boolean flags, List<String> names) {
        this.parameter = parameter;
        this.first = first;
        this.flags = flags;
        this.names = names;
    }

    /**
     * Returns an enum with consecutive numbers.
     *
     * @param first the number of the first name
     */
    public static QueryEnum of(String parameter, int first, String... names) {
        return new QueryEnum(parameter, first, false, List.of(names));
    }

    /** Returns an enum of flags: the numbers of the names are 1, 2, 4 and so on, and none is 0. */
    public static QueryEnum flags(String parameter, String... names) {
        return new QueryEnum(parameter, 1, true, List.of(names));
    }

    /** Returns the only value in lower case; empty if there is none. */
    public Optional<String> one(@Nullable String text) {
        return all(text).stream().findFirst();
    }

    /** Returns the values in lower case, without none. */
    public Set<String> all(@Nullable String text) {
        var values = new LinkedHashSet<String>();
        if (text == null || text.isBlank()) {
            return values;
        }
        for (var part : flags ? text.split(",", -1) : new String[] {text}) {
            add(part.strip(), values);
        }
        values.remove("none");
        return values;
    }

    private void add(String part, Set<String> values) {
        if (part.matches("\\d{1,4}")) {
            addNumber(Integer.parseInt(part), values);
        } else if (!part.isEmpty()) {
            values.add(named(part));
        }
    }

    private String named(String part) {
        var none = flags && part.equalsIgnoreCase("none");
        if (none || names.stream().anyMatch(part::equalsIgnoreCase)) {
            return part.toLowerCase(Locale.ROOT);
        }
        throw refused(part);
    }

    private void addNumber(int number, Set<String> values) {
        var most = flags ? 1 << names.size() : first + names.size();
        if (number >= most || (!flags && number < first)) {
            throw refused(String.valueOf(number));
        }
        for (var i = 0; i < names.size(); i++) {
            if (flags ? (number & (1 << i)) != 0 : number == first + i) {
                values.add(names.get(i).toLowerCase(Locale.ROOT));
            }
        }
    }

    private Refusal refused(String part) {
        return new Refusal(400, "ArgumentException", "\"" + part + "\" is not a value of " + parameter + ".");
    }
}
