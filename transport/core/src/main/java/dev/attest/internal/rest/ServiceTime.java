package dev.attest.internal.rest;

import dev.attest.internal.http.Response;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The time of a service, from the {@code Date} of its last acknowledgement on. A step of the local clock does not
 * change it. Thread-safe.
 */
final class ServiceTime {

    private record Told(Instant date, long nanos) {}

    private final LongSupplier nanoTime;
    private volatile @Nullable Told told;

    ServiceTime(LongSupplier nanoTime) {
        this.nanoTime = nanoTime;
    }

    /** Notes the date of an acknowledgement, unless a cache has kept it for a while. */
    void note(Response response) {
        Optional<Instant> date = response.date();
        if (date.isPresent() && response.header("Age").isEmpty()) {
            told = new Told(date.get(), nanoTime.getAsLong());
        }
    }

    /** Returns the current time of the service; empty before the first acknowledgement with a date. */
    Optional<Instant> now() {
        Told last = told;
        return last == null
                ? Optional.empty()
                : Optional.of(last.date().plusNanos(nanoTime.getAsLong() - last.nanos()));
    }
}
