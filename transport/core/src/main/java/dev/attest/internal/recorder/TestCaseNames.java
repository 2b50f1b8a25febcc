package dev.attest.internal.recorder;

import dev.attest.spi.DisplayNames;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds ids of test cases in what tests are called: {@code [123] logs in}, {@code [1, 2] logs out}.
 *
 * <p>Names that are made of data may hold lists of numbers that are no ids, so that in them only one id counts, and
 * only at the beginning.
 */
final class TestCaseNames {

    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final @Nullable Pattern pattern;

    /** @param pattern what is found, its first group being the ids; null to find nothing */
    TestCaseNames(@Nullable Pattern pattern) {
        this.pattern = pattern;
    }

    /** Returns the ids in the innermost name that has some. */
    List<Integer> in(DisplayNames titles) {
        if (pattern == null) {
            return List.of();
        }
        try {
            for (int at = titles.made().size() - 1; at >= 0; at--) {
                List<Integer> ids = atTheBeginning(pattern.matcher(titles.made().get(at)));
                if (ids.size() == 1) {
                    return ids;
                }
            }
            for (int at = titles.declared().size() - 1; at >= 0; at--) {
                List<Integer> ids = anywhere(pattern.matcher(titles.declared().get(at)));
                if (!ids.isEmpty()) {
                    return ids;
                }
            }
            return List.of();
        } catch (StackOverflowError e) {
            return List.of(); // a pattern can be too greedy for a long name
        }
    }

    private static List<Integer> atTheBeginning(Matcher matcher) {
        return matcher.lookingAt() ? ids(matcher.group(1)) : List.of();
    }

    private static List<Integer> anywhere(Matcher matcher) {
        List<Integer> all = new ArrayList<>();
        while (matcher.find()) {
            all.addAll(ids(matcher.group(1)));
        }
        return all;
    }

    /** What is no id, as a zero or a long row of digits, is something else that the name speaks of. */
    private static List<Integer> ids(@Nullable String text) {
        List<Integer> ids = new ArrayList<>();
        Matcher numbers = NUMBER.matcher(text == null ? "" : text);
        while (numbers.find()) {
            int id = ItemIds.parse(numbers.group());
            if (ItemIds.isSound(id)) {
                ids.add(id);
            }
        }
        return ids;
    }
}
