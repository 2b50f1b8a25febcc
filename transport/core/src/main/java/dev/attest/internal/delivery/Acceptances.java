package dev.attest.internal.delivery;

import java.util.EnumMap;
import java.util.Map;

/** When one service last accepted an item of each kind, whichever journal it is of. Not thread-safe. */
final class Acceptances {

    /** A service may fail at all items of one kind and accept those of the others. */
    enum Kind {
        ROW,
        ATTEMPT,
        FILE,
        TARGET_FILE,
        REPORT
    }

    private final Map<Kind, Long> last = new EnumMap<>(Kind.class);

    void note(Kind kind) {
        last.put(kind, System.nanoTime());
    }

    /** Returns whether one was accepted after this value of {@link System#nanoTime()}. */
    boolean anySince(Kind kind, long moment) {
        Long accepted = last.get(kind);
        return accepted != null && accepted - moment > 0;
    }
}
