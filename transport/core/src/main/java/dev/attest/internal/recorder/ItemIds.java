package dev.attest.internal.recorder;

import dev.attest.spi.TestDescription;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Checks ids in test code: valid ones are 1 and above. Collects invalid ones for one warning. Thread-safe. */
final class ItemIds {

    private static final int MAX_NAMED = 10;
    private static final int INVALID = 0;

    private final Set<String> invalid = new LinkedHashSet<>();

    static boolean isValid(int id) {
        return id >= 1;
    }

    /** Returns the id, or an invalid id if the text is not a decimal int. */
    static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return INVALID;
        }
    }

    /**
     * Adds the valid ids that are not there yet.
     *
     * @param where a place in the code, such as {@code @WorkItem}
     */
    void addValid(int[] ids, String where, TestDescription test, List<Integer> valid) {
        for (int id : ids) {
            if (!isValid(id)) {
                addInvalid(where + " of " + test.id().qualifiedName());
            } else if (!valid.contains(id)) {
                valid.add(id);
            }
        }
    }

    synchronized void reportInvalid(Consumer<String> messages) {
        if (!invalid.isEmpty()) {
            messages.accept("Ids must be 1 or greater. Ignored: "
                    + String.join(", ", invalid)
                    + (invalid.size() < MAX_NAMED ? "." : ", and maybe others."));
        }
    }

    private synchronized void addInvalid(String place) {
        if (invalid.size() < MAX_NAMED) {
            invalid.add(place);
        }
    }
}
