package dev.attest.internal.recorder;

import dev.attest.spi.TestDescription;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * Ids that code names things of services by: from 1 on. Remembers those that cannot be any, for one warning.
 * Thread-safe.
 */
final class ItemIds {

    private static final int MOST_NAMED = 10;

    /** What stands for a text that is no id. */
    private static final int NONE = 0;

    private final Set<String> leftOut = new LinkedHashSet<>();

    static boolean isSound(int id) {
        return id >= 1;
    }

    /** Returns the id, or one that is not sound for a text that has anything but digits or too many of them. */
    static int parse(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            return NONE;
        }
    }

    /**
     * Returns those that can be ids, each once.
     *
     * @param where how the code says it, such as {@code @WorkItem}
     */
    List<Integer> sound(IntStream ids, String where, TestDescription test) {
        List<Integer> sound = new ArrayList<>();
        ids.distinct().forEach(id -> {
            if (isSound(id)) {
                sound.add(id);
            } else {
                leaveOut(where + " of " + test.id().qualifiedName());
            }
        });
        return sound;
    }

    /** Tells which were left out, if any, in one sentence. */
    synchronized void tell(Consumer<String> sentences) {
        if (!leftOut.isEmpty()) {
            sentences.accept("Ids are whole numbers from 1 on. Left out is what is none: "
                    + String.join(", ", leftOut)
                    + (leftOut.size() < MOST_NAMED ? "." : ", and maybe others."));
        }
    }

    private synchronized void leaveOut(String what) {
        if (leftOut.size() < MOST_NAMED) {
            leftOut.add(what);
        }
    }
}
