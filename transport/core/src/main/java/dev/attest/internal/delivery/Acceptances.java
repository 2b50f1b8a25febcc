package dev.attest.internal.delivery;

import java.util.EnumMap;
import java.util.Map;
import java.util.function.LongSupplier;

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

    private final LongSupplier clock;
    private final Map<Kind, Long> last = new EnumMap<>(Kind.class);

    Acceptances() {
        this(System::nanoTime);
    }

    /** @param clock nanoseconds, as {@link System#nanoTime()} gives them */
    Acceptances(LongSupplier clock) {
        this.clock = clock;
    }

    /** Returns the current value of the clock. */
    long now() {
        return clock.getAsLong();
    }

    void note(Kind kind) {
        last.put(kind, now());
    }

    /** Returns whether one was accepted after this value of the clock. */
    boolean anySince(Kind kind, long moment) {
        Long accepted = last.get(kind);
        return accepted != null && accepted - moment > 0;
    }
}
