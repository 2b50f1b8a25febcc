package dev.attest.internal.journal;

import dev.attest.internal.journal.event.Ack;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Event;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;

/** Sequences of all that can happen to a journal, on a disk whose power can fail. */
final class JournalModelTest {

    private static final Path DIR = Path.of("/attest");
    private static final Path RUN = DIR.resolve("run");
    private static final Path FOLDER = RUN.resolve("1-00000000");

    @Property(tries = 1000)
    void keepsWhatWasForcedAndInventsNothing(@ForAll("steps") List<Step> steps, @ForAll long seed) throws IOException {
        World world = new World(seed);

        for (Step step : steps) {
            world.take(step);
        }

        world.cutPower();
    }

    @Property(tries = 300)
    void losesNothingToTheDeathOfTheProcess(@ForAll("stepsWithPower") List<Step> steps) throws IOException {
        World world = new World(0);

        for (Step step : steps) {
            world.take(step);
            world.killProcess();
        }
    }

    @Provide
    Arbitrary<List<Step>> steps() {
        return step(Action.values());
    }

    @Provide
    Arbitrary<List<Step>> stepsWithPower() {
        return step(Action.APPEND, Action.STORE, Action.FORCE, Action.RECEIPT, Action.APPEND_FAILS, Action.REOPEN);
    }

    private static Arbitrary<List<Step>> step(Action... actions) {
        return Combinators.combine(
                        Arbitraries.of(actions), Arbitraries.integers().between(0, 200))
                .as(Step::new)
                .list()
                .ofMaxSize(25);
    }

    private enum Action {
        APPEND,
        APPEND_MORE,
        STORE,
        FORCE,
        RECEIPT,
        APPEND_FAILS,
        APPEND_FAILS_TWICE,
        REOPEN,
        CUT_POWER
    }

    private record Step(Action action, int number) {}

    /** The journal, and what we know that it must hold. */
    private static final class World {

        private final ModelDisk disk = new ModelDisk(DIR);
        private final Random random;
        private final List<Event> appended = new ArrayList<>();
        private final List<Event> unwritten = new ArrayList<>();
        private final List<String> stored = new ArrayList<>();
        private final List<Ack> acks = new ArrayList<>();
        private int forced;
        private int forcedBlobs;
        private Journal journal;

        World(long seed) throws IOException {
            random = new Random(seed);
            disk.createFolder(RUN);
            disk.createFolder(FOLDER);
            journal = open();
        }

        void take(Step step) throws IOException {
            switch (step.action()) {
                case APPEND -> append();
                case APPEND_MORE -> {
                    append();
                    append();
                    append();
                }
                case STORE -> store(step.number());
                case FORCE -> force();
                case RECEIPT -> ack(step.number());
                case APPEND_FAILS -> appendFails(step.number());
                case APPEND_FAILS_TWICE -> appendFailsTwice(step.number());
                case REOPEN -> killProcess();
                case CUT_POWER -> cutPower();
            }
        }

        private void append() throws IOException {
            append(Events.numbered(random.nextInt(1000)));
            writeUnwritten();
        }

        private void append(Event event) throws IOException {
            journal.append(event);
            unwritten.add(event);
            List<Event> all = new ArrayList<>(appended);
            all.addAll(unwritten);
            assertThat(Events.all(journal)).isEqualTo(all);
        }

        private void writeUnwritten() {
            assertThat(journal.unwritten()).isZero();
            appended.addAll(unwritten);
            unwritten.clear();
        }

        private void store(int number) throws IOException {
            StoredBlob blob = journal.store(new ByteArrayInputStream(new byte[number]));
            assertThat(blob.size()).isEqualTo(number);
            stored.add(blob.sha256());
        }

        private void ack(int number) throws IOException {
            Ack ids = new Ack.RowsCreated(List.of(new Ack.Row(number + 1, 1, "10000" + number)));
            journal.acks("azure").append(ids);
            acks.add(ids);
        }

        private void force() throws IOException {
            journal.force();
            writeUnwritten();
            forced = appended.size();
            forcedBlobs = stored.size();
        }

        private void appendFails(int bytes) throws IOException {
            disk.failWrite(0, bytes);
            append(Events.started(9999));
            assertThat(journal.unwritten()).isPositive();
        }

        private void appendFailsTwice(int bytes) throws IOException {
            disk.truncateFails(true);
            appendFails(bytes);
            append(Events.started(9998));
            disk.truncateFails(false);
            disk.failWrite(-1, 0);
        }

        void killProcess() throws IOException {
            unwritten.clear();
            journal = open();
            assertThat(Events.all(journal)).isEqualTo(appended);
            assertThat(journal.acks("azure").recorded()).isEqualTo(acks);
            assertReadable(stored);
        }

        void cutPower() throws IOException {
            unwritten.clear();
            disk.crash(random);
            if (!disk.exists(FOLDER)) {
                assertThat(forced).isZero();
                assertThat(acks).isEmpty();
                disk.createFolder(RUN);
                disk.createFolder(FOLDER);
            }
            journal = open();
            List<Event> survivors = Events.all(journal);
            assertThat(survivors.size()).isBetween(forced, appended.size());
            assertThat(survivors).isEqualTo(appended.subList(0, survivors.size()));
            assertThat(journal.acks("azure").recorded()).isEqualTo(acks);
            assertReadable(stored.subList(0, forcedBlobs));
            rememberOnly(survivors);
        }

        private void rememberOnly(List<Event> survivors) {
            appended.clear();
            appended.addAll(survivors);
            stored.subList(forcedBlobs, stored.size()).clear();
        }

        private void assertReadable(List<String> blobs) throws IOException {
            for (String blob : blobs) {
                Content content = journal.blob(blob);
                try (InputStream in = content.open()) {
                    assertThat(in.readAllBytes()).isEqualTo(new byte[(int) content.size()]);
                }
            }
        }

        private Journal open() throws IOException {
            return new Journal(disk, FOLDER, Events.runOf(disk, FOLDER), () -> {}, false);
        }
    }
}
