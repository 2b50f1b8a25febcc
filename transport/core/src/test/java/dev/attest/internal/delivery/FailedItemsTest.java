package dev.attest.internal.delivery;

import dev.attest.internal.destination.Retry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How long it takes until an item is given up, by a clock that stands still while requests are answered. */
class FailedItemsTest {

    private static final Retry FAILURE = new Retry("500", Duration.ZERO, true, false, true);
    private static final int POISON = 0;

    private long now;
    private final Acceptances acceptances = new Acceptances(() -> now);
    private final FailedItems<Integer> failed =
            new FailedItems<>(Acceptances.Kind.ROW, acceptances, DeliverySettings.DEFAULT);

    /** The end of a run lasts 20 seconds unless a user says otherwise, and more is to be sent then. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 9, 13, 230, 1000})
    void givesUpWithinTheEndOfARun(int together) {
        Duration taken = givenUpAfter(together);

        assertThat(taken).isBetween(Duration.ofMillis(750), Duration.ofSeconds(13));
    }

    /** A pause is random. */
    @RepeatedTest(50)
    void givesUpWithinTheEndOfARunWhateverThePauses() {
        assertThat(givenUpAfter(13)).isLessThan(Duration.ofSeconds(10));
    }

    /** After failures in a row, all requests pause longer than an item does. */
    @ParameterizedTest
    @ValueSource(ints = {2, 9, 13, 230})
    void sendsOthersAlthoughOneFailsEachTimeThatRequestsAreAllowed(int together) {
        List<Integer> waiting =
                new ArrayList<>(IntStream.range(POISON, together).boxed().toList());
        RowBatches batches = new RowBatches(1, 1000, failed);

        for (int request = 0; request < 2 * Integer.SIZE && waiting.size() > 1; request++) {
            List<Integer> next = List.copyOf(batches.next(waiting, true));
            if (next.contains(POISON)) {
                failed.failed(next, FAILURE);
            } else {
                batches.accepted(next);
                waiting.removeAll(next);
            }
            now += Duration.ofMinutes(10).toNanos();
        }

        assertThat(waiting).containsExactly(POISON);
    }

    private Duration givenUpAfter(int together) {
        List<Integer> waiting = new ArrayList<>();
        for (int item = POISON; item < together; item++) {
            waiting.add(item);
        }
        RowBatches batches = new RowBatches(1, 1000, failed);
        acceptances.note(Acceptances.Kind.ROW);
        while (!failed.isHopeless(POISON)) {
            List<Integer> next = List.copyOf(batches.next(waiting, true));
            if (next.isEmpty()) {
                now += Duration.ofMillis(1).toNanos();
            } else if (next.contains(POISON)) {
                failed.failed(next, FAILURE);
            } else {
                now++;
                batches.accepted(next);
                waiting.removeAll(next);
            }
            if (waiting.size() == 1) {
                now++;
                acceptances.note(Acceptances.Kind.ROW);
            }
        }
        return Duration.ofNanos(now);
    }
}
