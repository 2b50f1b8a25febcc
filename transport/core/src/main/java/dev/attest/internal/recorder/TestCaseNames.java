package dev.attest.internal.recorder;

import dev.attest.spi.DisplayNames;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds ids of test cases in display names: {@code [123] logs in}, {@code [1, 2] logs out}.
 *
 * <p>Names made from data may contain lists of other numbers. In them, only a single id at the beginning counts.
 */
final class TestCaseNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final @Nullable Pattern pattern;

    /** @param pattern matches test cases, with their ids as group 1; null to find nothing */
    TestCaseNames(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    /** Returns the ids in the innermost name that has any. */
    List<Integer> find(DisplayNames names) {
        if (pattern == null) {
            return List.of();
        }
        try {
            for (int i = names.made().size() - 1; i >= 0; i--) {
                String name = names.made().get(i);
                List<Integer> ids = hasDigit(name) ? atTheBeginning(pattern.matcher(name)) : List.of();
                if (ids.size() == 1) {
                    return ids;
                }
            }
            for (int i = names.declared().size() - 1; i >= 0; i--) {
                String name = names.declared().get(i);
                List<Integer> ids = hasDigit(name) ? anywhere(pattern.matcher(name)) : List.of();
                if (!ids.isEmpty()) {
                    return ids;
                }
            }
            return List.of();
        } catch (StackOverflowError e) {
            return List.of(); // a pattern can be too greedy for a long name
        }
    }

    /** Returns whether a name may have an id at all: most have none, and a pattern takes its time. */
    private static boolean hasDigit(String name) {
        for (int i = 0; i < name.length(); i++) {
            if (name.charAt(i) >= '0' && name.charAt(i) <= '9') {
                return true;
            }
        }
        return false;
    }

    private static List<Integer> atTheBeginning(Matcher matcher) {
        return matcher.lookingAt() ? ids(matcher.group(1)) : List.of();
    }

    private static List<Integer> anywhere(Matcher matcher) {
        return matcher.results().flatMap(found -> ids(found.group(1)).stream()).toList();
    }

    /** Skips numbers that cannot be ids, such as zero or a long row of digits. */
    private static List<Integer> ids(@Nullable String text) {
        return NUMBER.matcher(text == null ? "" : text)
                .results()
                .map(number -> ItemIds.parse(number.group()))
                .filter(ItemIds::isValid)
                .toList();
    }
}
