package dev.attest.internal.recorder;

import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Run;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RunJournalTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private final ClockOnTheWall clock = new ClockOnTheWall();
    private final Journal journal;
    private final RunJournal run;

    RunJournalTest() throws IOException {
        journal = Journal.inMemory();
        run = new RunJournal(
                journal, started -> new Run("token", "title", started, "host", null), List.of("azure"), clock);
    }

    @Test
    void endsARunWhenTheClockSaysSo() throws IOException {
        run.begin();
        clock.now = NOON.plus(Duration.ofHours(1));
        run.finish(false);

        assertThat(end()).isEqualTo(NOON.plus(Duration.ofHours(1)));
    }

    @Test
    void endsARunAfterItsStartWhenTheClockWasSetBack() throws IOException {
        run.begin();
        clock.now = NOON.minus(Duration.ofDays(1));
        run.finish(false);

        assertThat(end()).isBetween(NOON, NOON.plus(Duration.ofMinutes(5)));
    }

    private Instant end() throws IOException {
        List<Event> events = journal.reader().read(10);
        return ((Event.RunFinished) events.get(events.size() - 1)).at();
    }

    /** A clock that somebody sets. */
    private static final class ClockOnTheWall extends Clock {

        private Instant now = NOON;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
