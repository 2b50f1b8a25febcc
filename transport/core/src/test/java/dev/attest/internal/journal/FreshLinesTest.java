package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.EventFormat;
import dev.attest.internal.journal.event.Result;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whoever follows closely gets values as they were encoded; anybody gets the values that the bytes say. */
final class FreshLinesTest {

    private final LineCodec<Event> codec = new LineCodec<>(new EventFormat());

    @BeforeEach
    void remember() {
        codec.remember();
    }

    @Test
    void givesBackTheValueItselfOnce() throws IOException {
        Event event = event(1, "a");
        byte[] line = line(event);

        assertThat(codec.decode(line)).isSameAs(event);
        assertThat(codec.decode(line)).isEqualTo(event).isNotSameAs(event);
    }

    @Test
    void givesBackNothingOfOtherBytes() throws IOException {
        byte[] line = line(event(1, "a"));
        String other = new String(line, StandardCharsets.UTF_8).replace("\"row\":1", "\"row\":2");

        assertThat(codec.decode(other.getBytes(StandardCharsets.UTF_8))).isEqualTo(event(2, "a"));
    }

    @Test
    void decodesWhatIsForgottenAndGivesBackTheRest() throws IOException {
        List<Event> events = new ArrayList<>();
        List<byte[]> lines = new ArrayList<>();
        for (int row = 1; row <= 6000; row++) {
            events.add(event(row, "x".repeat(row % 500)));
            lines.add(line(events.get(row - 1)));
        }

        int same = 0;
        for (int i = 0; i < events.size(); i++) {
            Event read = codec.decode(lines.get(i));
            assertThat(read).isEqualTo(events.get(i));
            same += read == events.get(i) ? 1 : 0;
        }

        assertThat(same).isBetween(1000, 4096);
        Event last = event(7000, "last");
        assertThat(codec.decode(line(last))).isSameAs(last);
    }

    /** Lines that the disk rejects are lost; lines of several threads may change places; a reader may be slow. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void saysWhatTheBytesSayWhateverHappensToTheLines(int seed) throws IOException {
        Random random = new Random(seed);
        LineCodec<Event> forgetful = new LineCodec<>(new EventFormat());
        List<byte[]> file = new ArrayList<>();
        int read = 0;
        for (int row = 1; row <= 3000; row++) {
            byte[] line = line(event(1 + random.nextInt(3), "t" + random.nextInt(3)));
            if (random.nextInt(10) > 0) {
                file.add(line);
            }
            if (random.nextInt(10) == 0 && file.size() - read > 1) {
                Collections.swap(file, file.size() - 1, file.size() - 2);
            }
            for (int i = random.nextInt(100) == 0 ? 300 : 0; i > 0 && read < file.size(); i--) {
                byte[] next = file.get(read++);
                assertThat(codec.decode(next)).isEqualTo(forgetful.decode(next));
            }
        }
    }

    @Test
    void keepsUpWithAReaderThatMissesALineNowAndThen() throws IOException {
        int same = 0;
        for (int row = 1; row <= 20_000; row++) {
            Event event = event(row, "t");
            byte[] line = line(event);
            same += row % 100 != 0 && codec.decode(line) == event ? 1 : 0;
        }

        assertThat(same).isEqualTo(19_800);
    }

    private byte[] line(Event event) {
        byte[] line = codec.encode(event);
        return Arrays.copyOfRange(line, Frame.PREFIX, line.length - 1);
    }

    private static Event event(int row, String title) {
        TestDescription test = new TestDescription(new TestId("engine", "Class", title, ""), title, List.of());
        return new Event.ResultRecorded(
                new Result(row, 1, test, Outcome.PASSED, Instant.EPOCH, Duration.ofMillis(5), null, ""));
    }
}
