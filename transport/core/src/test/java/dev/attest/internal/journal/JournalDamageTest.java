package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.RunFact;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@Timeout(60)
final class JournalDamageTest {

    private static final Path RUN = Path.of("/attest/run");
    private static final Path FOLDER = RUN.resolve("1-00000000");
    private static final Path EVENTS = FOLDER.resolve("events.journal");
    private static final List<Event> FIVE = List.of(
            Events.started(1),
            Events.failed(1),
            Events.started(2),
            Events.failed(2),
            new Event.RunFinished(Events.NOON, false));

    @Test
    void cutsOffATornTailOfAnyLength() throws IOException {
        byte[] whole = write(FIVE);
        int twoEvents = endOfLine(whole, 3);

        for (int length = twoEvents; length < whole.length; length++) {
            ModelDisk disk = diskWith(Arrays.copyOf(whole, length));
            Journal journal = open(disk);
            int complete = linesIn(whole, length) - 1;
            boolean torn = whole[length - 1] != '\n';

            assertThat(Events.all(journal)).isEqualTo(FIVE.subList(0, complete));
            assertThat(journal.damage()).hasSize(torn ? 1 : 0);
            assertThat(disk.bytesOf(EVENTS)).isEqualTo(Arrays.copyOf(whole, endOfLine(whole, complete + 1)));

            journal.append(Events.started(77));
            assertThat(Events.all(open(disk)).get(complete)).isEqualTo(Events.started(77));
        }
    }

    @Test
    void keepsTheTornTailBesideTheJournal() throws IOException {
        byte[] whole = write(FIVE);
        int from = endOfLine(whole, 5);
        ModelDisk disk = diskWith(Arrays.copyOf(whole, from + 20));

        Journal journal = open(disk);

        Path kept = RUN.resolve("1-00000000.damaged/events.journal." + from + "-" + (from + 20));
        assertThat(disk.bytesOf(kept)).isEqualTo(Arrays.copyOfRange(whole, from, from + 20));
        assertThat(journal.damage())
                .containsExactly(EVENTS + ", bytes " + from + " to " + (from + 20)
                        + ": torn off by the end of its process or of the machine; kept in " + kept);

        journal.delete();
        assertThat(disk.exists(FOLDER)).isFalse();
        assertThat(disk.exists(kept)).isTrue();
    }

    @Test
    void losesAtMostTheLineInWhichABitFlipped() throws IOException {
        byte[] whole = write(FIVE);

        for (int bit = 0; bit < 8 * whole.length; bit++) {
            byte[] flipped = whole.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            Journal journal = open(diskWith(flipped));
            int line = linesIn(whole, bit / 8);
            List<Event> others = new ArrayList<>(FIVE);
            if (line > 0) {
                others.remove(line - 1);
            }

            List<Event> survivors = Events.all(journal);

            boolean lineFeed = whole[bit / 8] == '\n';
            boolean last = line == FIVE.size();
            if (lineFeed && !last) {
                assertThat(survivors).as("bit %d", bit).isEqualTo(FIVE);
            } else {
                assertThat(survivors).as("bit %d", bit).isEqualTo(others);
                assertThat(journal.damage()).as("bit %d", bit).hasSize(1);
            }
        }
    }

    @Test
    void namesEachDamageOnceHoweverOftenItIsRead() throws IOException {
        byte[] damaged = write(FIVE);
        damaged[endOfLine(damaged, 2) + 30] ^= 1;
        damaged[endOfLine(damaged, 3) + 30] ^= 1;
        ModelDisk disk = diskWith(damaged);
        Journal journal = open(disk);

        assertThat(Events.all(journal)).hasSize(3);
        assertThat(Events.all(journal)).hasSize(3);
        assertThat(Events.all(open(disk))).hasSize(3);

        assertThat(journal.damage()).hasSize(1);
        assertThat(disk.list(RUN.resolve("1-00000000.damaged"))).hasSize(1);
    }

    @Test
    void readsOnBehindALineLongerThanAny() throws IOException {
        byte[] whole = write(FIVE);
        byte[] absurd = new byte[Frame.LONGEST + 5000];
        absurd[absurd.length - 1] = '\n';
        ModelDisk disk = diskWith(
                concat(concat(whole, absurd), Events.line("RunFinished", "{\"at\":\"2026-11-21T12:00:00Z\"}")));

        Journal journal = open(disk);

        assertThat(Events.all(journal)).hasSize(6).startsWith(FIVE.toArray(Event[]::new));
        assertThat(journal.damage()).hasSize(1);
    }

    @Test
    void cutsOffZerosAndTextThatNoJournalWrote() throws IOException {
        byte[] whole = write(FIVE);

        for (byte[] tail : List.of(
                new byte[64 * 1024],
                "\n\n\n".getBytes(StandardCharsets.UTF_8),
                "0\n1 {}\n".getBytes(StandardCharsets.UTF_8))) {
            Journal journal = open(diskWith(concat(whole, tail)));

            assertThat(Events.all(journal)).isEqualTo(FIVE);
            assertThat(journal.damage()).hasSize(1);
        }
    }

    @Test
    void takesAnEmptyFileForAnEmptyJournal() throws IOException {
        ModelDisk disk = diskWith(new byte[0]);

        assertThat(Events.all(open(disk))).isEmpty();
        assertThat(open(disk).damage()).isEmpty();
    }

    @Test
    void setsAsideAKindThatALaterVersionWrote() throws IOException {
        byte[] whole = write(FIVE);
        Journal journal = open(diskWith(concat(
                concat(whole, Events.line("TestPaused", "{}")),
                Events.line("RunFinished", "{\"at\":\"2026-11-21T12:00:00Z\"}"))));

        assertThat(Events.all(journal)).hasSize(6);
        assertThat(journal.damage()).hasSize(1).first().asString().contains("'TestPaused'", "newer version");
    }

    @Test
    void refusesAFormatThatALaterVersionWroteAndLeavesItAsItIs() throws IOException {
        byte[] later = concat(new FormatVersion(3).line(), "half a li".getBytes(StandardCharsets.UTF_8));
        ModelDisk disk = diskWith(later);

        assertThatThrownBy(() -> open(disk))
                .hasMessageContaining("written by a newer version of Attest (journal format 3");

        assertThat(disk.bytesOf(EVENTS)).isEqualTo(later);
    }

    @Test
    void setsAsideAFormatThatIsNotTheFirstLine() throws IOException {
        byte[] later = new FormatVersion(3).line();
        ModelDisk disk = diskWith(
                concat(concat(write(FIVE), later), Events.line("RunFinished", "{\"at\":\"2026-11-21T12:00:00Z\"}")));
        disk.put(
                FOLDER.resolve("azure.acks"),
                concat(concat(Events.line("RunCompleted", "{}"), later), Events.line("RunCompleted", "{}")));
        disk.put(
                RUN.resolve("azure.run/facts"),
                concat(concat(Events.line("Closed", "{}"), later), Events.line("Reopened", "{}")));
        Journal journal = open(disk);

        assertThat(Events.all(journal)).hasSize(6);
        assertThat(journal.acks("azure").recorded()).containsExactly(new Ack.RunCompleted(), new Ack.RunCompleted());
        assertThat(journal.damage()).hasSize(2).allMatch(damage -> damage.contains("unknown kind 'Journal'"));
        try (RunLease lease = journal.run().tryAcquireLease("azure").orElseThrow()) {
            assertThat(lease.facts()).containsExactly(new RunFact.Closed(), new RunFact.Reopened());
        }
    }

    @Test
    void losesNoLineBehindMuchThatLooksLikeTheStartOfOne() throws IOException {
        byte[] noLineFeed = "ABCDEF01 {".repeat(20).getBytes(StandardCharsets.UTF_8);
        byte[] last = Events.line("RunFinished", "{\"at\":\"2026-11-21T12:00:00Z\"}");

        Journal journal = open(diskWith(concat(concat(write(FIVE), noLineFeed), last)));

        assertThat(Events.all(journal)).hasSize(6);
        assertThat(journal.damage()).hasSize(1);
    }

    @Test
    void keepsWhatAFullDiskDoesNotTakeAndWritesItLater() throws IOException {
        for (int nth = 0; nth < FIVE.size(); nth++) {
            for (int bytes = 0; bytes < 300; bytes += 7) {
                ModelDisk disk = diskWith(new byte[0]);
                Journal journal = open(disk);
                disk.failWrite(nth, bytes);
                for (int appended = 1; appended <= FIVE.size(); appended++) {
                    journal.append(FIVE.get(appended - 1));
                    assertThat(Events.all(journal)).isEqualTo(FIVE.subList(0, appended));
                    assertThat(Events.all(open(disk))).isEqualTo(FIVE.subList(0, appended - journal.unwritten()));
                }
                journal.force();

                assertThat(journal.unwritten()).isZero();
                assertThat(Events.all(open(disk))).isEqualTo(FIVE);
                assertThat(journal.damage()).isEmpty();
            }
        }
    }

    @Test
    void readsNoHalfLineThatCouldNotBeTakenBack() throws IOException {
        ModelDisk disk = diskWith(new byte[0]);
        Journal journal = open(disk);
        LineReader<Event> reader = journal.reader();
        journal.append(Events.started(1));
        disk.truncateFails(true);
        disk.failWrite(0, 40);
        journal.append(Events.failed(1));
        assertThat(reader.read(10)).containsExactly(Events.started(1), Events.failed(1));

        disk.truncateFails(false);
        journal.append(Events.started(2));

        assertThat(reader.read(10)).containsExactly(Events.started(2));
        assertThat(Events.all(open(disk))).containsExactly(Events.started(1), Events.failed(1), Events.started(2));
    }

    @Test
    void refusesAnEventThatIsTooLongAndGoesOn() throws IOException {
        Journal journal = open(diskWith(new byte[0]));

        assertThatThrownBy(() -> journal.append(new Event.ResultRecorded(longResult())))
                .hasMessageContaining("more than");
        journal.append(Events.started(1));

        assertThat(Events.all(journal)).containsExactly(Events.started(1));
    }

    @Test
    void forgetsNoReceiptBeforeATornOne() throws IOException {
        ModelDisk disk = diskWith(new byte[0]);
        AckLog log = open(disk).acks("azure");
        List<Ack> acks = List.of(
                new Ack.RunCreated("7", "http://127.0.0.1/7", "http://127.0.0.1"),
                new Ack.RowsCreated(List.of(new Ack.Row(1, 1, "100000"), new Ack.Row(2, 1, "100001"))),
                new Ack.AttemptsAppended(List.of(new Ack.Attempt(1, 2, "7"))),
                new Ack.RunCompleted());
        for (Ack ack : acks) {
            log.append(ack);
        }
        Path file = FOLDER.resolve("azure.acks");
        byte[] whole = disk.bytesOf(file);
        disk.put(file, Arrays.copyOf(whole, whole.length - 3));

        Journal journal = open(disk);

        assertThat(journal.acks("azure").recorded()).isEqualTo(acks.subList(0, 3));
        assertThat(journal.acks("qacomplete").recorded()).isEmpty();
        assertThat(journal.damage()).hasSize(1);
    }

    @Test
    void noticesThatTheBytesOfAnAttachmentChanged() throws IOException {
        ModelDisk disk = diskWith(new byte[0]);
        StoredBlob blob = open(disk).store(new ByteArrayInputStream("screenshot".getBytes(StandardCharsets.UTF_8)));
        disk.put(FOLDER.resolve("blobs").resolve(blob.sha256()), "screensh0t".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> open(disk).blob(blob.sha256())).hasMessageContaining("do not match its name");
        assertThatThrownBy(() -> open(disk).blob("../../lock")).hasMessageContaining("not the name of an attachment");
    }

    private static Result longResult() {
        Event.ResultRecorded result = (Event.ResultRecorded) Events.failed(1);
        return new Result(
                1,
                1,
                result.result().test(),
                result.result().outcome(),
                Events.NOON,
                Duration.ZERO,
                null,
                "x".repeat(Frame.LONGEST));
    }

    private static byte[] write(List<Event> events) throws IOException {
        ModelDisk disk = diskWith(new byte[0]);
        Journal journal = open(disk);
        for (Event event : events) {
            journal.append(event);
        }
        return disk.bytesOf(EVENTS);
    }

    private static ModelDisk diskWith(byte[] journal) {
        ModelDisk disk = new ModelDisk(Path.of("/attest"), RUN, FOLDER);
        disk.put(EVENTS, journal);
        return disk;
    }

    private static Journal open(ModelDisk disk) throws IOException {
        return new Journal(disk, FOLDER, Events.runOf(disk, FOLDER), () -> {}, true);
    }

    private static int linesIn(byte[] bytes, int length) {
        int lines = 0;
        for (int at = 0; at < length; at++) {
            lines += bytes[at] == '\n' ? 1 : 0;
        }
        return lines;
    }

    /** Returns where the nth line, from 1, ends with its line feed. */
    private static int endOfLine(byte[] bytes, int nth) {
        int length = 0;
        while (linesIn(bytes, length) < nth) {
            length++;
        }
        return length;
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
