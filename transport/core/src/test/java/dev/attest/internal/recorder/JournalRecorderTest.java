package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.Output;
import dev.attest.When;
import dev.attest.internal.attribution.PlanThreads;
import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.console.Channel;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceAccessMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

class JournalRecorderTest {

    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final TestDescription TEST =
            new TestDescription(new TestId("e", "C", "m()", ""), "C › m()", List.of());

    @TempDir
    Path folder;

    private final Guard guard = new Guard();
    private Journal journal;
    private JournalRecorder recorder;

    @BeforeEach
    void open() throws IOException {
        journal = new Journals(folder.resolve("journal")).create("key", false);
        recorder = recorder(journal);
    }

    private JournalRecorder recorder(Journal journal) {
        return recorder(journal, KnownFailures.NONE);
    }

    private JournalRecorder recorder(Journal journal, KnownFailures known) {
        return new JournalRecorder(
                journal,
                started -> new Run("token", "title", started, "host", null),
                When.FAILED,
                new AnnotationLinks(null),
                Set.of(),
                AttachmentTypeRules.of("", sentence -> {}),
                new MarkedFileRoots(List.of(folder)),
                Masking.of(List.of(), null, warning -> {}),
                Clock.fixed(NOON, ZoneOffset.UTC),
                new TestThreads(new PlanThreads(), null),
                known,
                guard);
    }

    @Test
    void beginsTheRunWithTheFirstTest() throws IOException {
        assertThat(recorder.hasBegun()).isFalse();
        assertThat(events()).isEmpty();

        recorder.started("key", TEST);

        assertThat(recorder.hasBegun()).isTrue();
        assertThat(events())
                .containsExactly(
                        new Event.RunStarted(new Run("token", "title", NOON, "host", null), List.of()),
                        new Event.TestStarted(1, 1, TEST, NOON));
    }

    /** Isolated, because the property is of the whole JVM. */
    @Test
    @ResourceLock(value = Resources.GLOBAL, mode = ResourceAccessMode.READ_WRITE)
    void leavesItsFolderWhereItWasWhenATestChangesTheOneOfTheJvm() throws IOException {
        String ofJvm = System.getProperty("java.io.tmpdir");
        JournalRecorder inMemory = recorder(Journal.inMemory());
        System.setProperty("java.io.tmpdir", folder.resolve("of-the-test").toString());
        try {
            inMemory.started("key", TEST);
            inMemory.output("key", "x".repeat(100 * 1024) + "\n");
            inMemory.finished("key", Outcome.PASSED, null);
        } finally {
            System.setProperty("java.io.tmpdir", ofJvm);
        }

        assertThat(folder.resolve("of-the-test")).doesNotExist();
    }

    @Test
    void writesHowATestEndedWithWhatItSaid() throws IOException {
        recorder.started("key", TEST);
        recorder.comment("key", "one");
        recorder.comment("key", "two");
        recorder.finished("key", Outcome.FAILED, new Failure("no", "trace"));

        Result result = lastResult();
        assertThat(result.outcome()).isEqualTo(Outcome.FAILED);
        assertThat(result.failure()).isEqualTo(new Failure("no", "trace"));
        assertThat(result.comment()).isEqualTo("one\ntwo");
        assertThat(recorder.results()).isEqualTo(new ReportedCount(1, 0));
    }

    /** Its outcome stays. */
    @Test
    void saysThatAFailureIsKnown() throws IOException {
        Path file =
                Files.writeString(folder.resolve("known.txt"), "C.m 2026-11-21 see SHOP-7\nC.old 2026-11-20 over\n");
        KnownFailures known = KnownFailures.read(file, LocalDate.of(2026, 11, 21));
        JournalRecorder quarantining = recorder(journal, known);
        quarantining.started("known", TEST);
        quarantining.comment("known", "of the test");
        quarantining.finished("known", Outcome.FAILED, Failure.because("no"));
        quarantining.started("passed", TEST);
        quarantining.finished("passed", Outcome.PASSED, null);
        TestDescription over = new TestDescription(new TestId("e", "C", "old()", ""), "C › old()", List.of());
        quarantining.started("over", over);
        quarantining.finished("over", Outcome.FAILED, Failure.because("no"));

        assertThat(results())
                .extracting(Result::outcome, Result::comment)
                .containsExactly(
                        tuple(Outcome.FAILED, "quarantined until 2026-11-21: see SHOP-7\nof the test"),
                        tuple(Outcome.PASSED, ""),
                        tuple(Outcome.FAILED, ""));
    }

    @Test
    void countsTheAttemptsAtATest() throws IOException {
        recorder.started("first", TEST);
        recorder.finished("first", Outcome.FAILED, new Failure("no", ""));
        recorder.started("second", TEST);
        recorder.finished("second", Outcome.PASSED, null);

        assertThat(lastResult().row()).isEqualTo(1);
        assertThat(lastResult().attempt()).isEqualTo(2);
    }

    @Test
    void writesATestThatNeverBegan() throws IOException {
        recorder.concluded(TEST, Outcome.SKIPPED, Failure.because("not today"));

        assertThat(lastResult().outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(lastResult().duration()).isZero();
    }

    @Test
    void attachesTheWholeTraceWhenTheFieldIsTooShort() throws IOException {
        String trace = "at somewhere\n".repeat(400);
        recorder.started("key", TEST);
        recorder.finished("key", Outcome.FAILED, new Failure("no", trace));

        Attachment attachment = lastAttachment();
        assertThat(attachment.type()).isEqualTo(AttachmentType.TMI_TEST_RESULT_DETAIL);
        assertThat(text(attachment)).isEqualTo("no\n\n" + trace);
    }

    @Test
    void keepsAResultWhoseMessageIsLongerThanAnyJournalTakes() throws IOException {
        recorder.started("key", TEST);
        recorder.finished("key", Outcome.FAILED, new Failure("m".repeat(20_000_000), "t"));

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lastResult().failure().message())
                .hasSizeLessThanOrEqualTo(4000)
                .endsWith("… [cut, 20000000 characters in all]");
        assertThat(lastAttachment().size()).isEqualTo(20_000_003);
        assertThat(recorder.results()).isEqualTo(new ReportedCount(1, 0));
    }

    @Test
    void keepsAResultWhoseWholeTraceCannotBeStored() throws IOException {
        recorder.started("key", TEST);
        Files.createFile(journal.folder().resolve("blobs"));
        assertThat(journal.memory().takeForResults(journal.memory().capacity() * 3 / 4))
                .isTrue();
        recorder.finished("key", Outcome.FAILED, new Failure("no", "at somewhere\n".repeat(400)));

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(recorder.attachments().reported()).isEqualTo(new ReportedCount(1, 1));
    }

    @Test
    void copiesAFileAsItIsWhenItIsAttached() throws IOException {
        Path file = Files.writeString(folder.resolve("log.txt"), "before");
        recorder.started("key", TEST);
        recorder.attach("key", file, null);
        Files.writeString(file, "after");

        assertThat(lastAttachment().fileName()).isEqualTo("log.txt");
        assertThat(text(lastAttachment())).isEqualTo("before");
    }

    @Test
    void zipsADirectory() throws IOException {
        Path directory = Files.createDirectories(folder.resolve("evidence/inner"));
        Files.writeString(directory.resolve("b.txt"), "b");
        Files.writeString(directory.resolveSibling("a.txt"), "a");
        recorder.started("key", TEST);
        recorder.attach("key", folder.resolve("evidence"), null);

        assertThat(lastAttachment().fileName()).isEqualTo("evidence.zip");
        try (ZipInputStream zip =
                new ZipInputStream(journal.blob(lastAttachment().sha256()).open())) {
            assertThat(zip.getNextEntry().getName()).isEqualTo("a.txt");
            assertThat(zip.getNextEntry().getName()).isEqualTo("inner/b.txt");
            assertThat(zip.getNextEntry()).isNull();
        }
    }

    @Test
    void notesAFileThatCannotBeRead() throws IOException {
        recorder.started("key", TEST);
        recorder.attach("key", folder.resolve("missing.png"), null);
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(lastResult().comment()).endsWith("missing.png could not be read: it does not exist");
        assertThat(guard.failures()).isZero();
    }

    @Test
    void givesWhatWasAttachedBeforeATestWasKnownToThatTest() throws IOException {
        recorder.preparing("key");
        recorder.attach("key", "before", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        recorder.started("key", TEST);
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(lastAttachment().row()).isEqualTo(lastResult().row());
        assertThat(events()).noneMatch(Event.EvidenceMoved.class::isInstance);
    }

    @Test
    void movesWhatWasAttachedBeforeAFurtherAttemptToIt() throws IOException {
        recorder.started("first", TEST);
        recorder.retried("first", Failure.because("no"));
        recorder.preparing("second");
        assertThat(recorder.current()).isEqualTo("second");
        recorder.attach("second", "before", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        int reserved = lastAttachment().row();
        recorder.started("second", TEST);
        recorder.attach("second", "after", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        recorder.finished("second", Outcome.PASSED, null);

        assertThat(events()).contains(new Event.EvidenceMoved(reserved, 1, 2));
        assertThat(lastAttachment().row()).isEqualTo(1);
        assertThat(lastAttachment().attempt()).isEqualTo(2);
        assertThat(lastResult().attempt()).isEqualTo(2);
    }

    @Test
    void givesWhatWasPreparedForNoTestToTheRun() throws IOException {
        recorder.preparing("class");
        recorder.attach("class", "before", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        recorder.abandoned("class");
        recorder.preparing("silent");
        recorder.abandoned("silent");

        assertThat(recorder.current()).isNull();
        assertThat(events())
                .containsOnlyOnce(new Event.EvidenceMoved(lastAttachment().row(), Attachment.RUN, 1));
        assertThat(events()).filteredOn(Event.EvidenceMoved.class::isInstance).hasSize(1);
    }

    @Test
    void saysWhichAttemptIsTriedAgain() throws IOException {
        recorder.started("key", TEST);
        recorder.retried("key", Failure.because("not yet"));

        assertThat(lastResult().retried()).isTrue();
        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
    }

    @Test
    void attachesTheOutputOfWhatFailed() throws IOException {
        recorder.started("passing", TEST);
        recorder.output("passing", "fine\n");
        recorder.finished("passing", Outcome.PASSED, null);
        assertThat(events()).noneMatch(Event.AttachmentAdded.class::isInstance);

        recorder.started("failing", TEST);
        recorder.output("failing", "opens\n");
        recorder.output("failing", "breaks ü\n");
        recorder.finished("failing", Outcome.FAILED, Failure.because("no"));
        assertThat(text(lastAttachment())).isEqualTo("opens\nbreaks ü\n");
        assertThat(lastAttachment().fileName()).isEqualTo("Standard_Console_Output.log");
        assertThat(lastAttachment().type()).isEqualTo(AttachmentType.CONSOLE_LOG);
        assertThat(lastAttachment().attempt()).isEqualTo(2);
    }

    @Test
    void attachesNoOutputOfATestThatIsSkippedForItsReasonIsTold() throws IOException {
        recorder.started("skipped", TEST);
        recorder.output("skipped", "looks around\n");
        recorder.finished("skipped", Outcome.SKIPPED, Failure.because("only on Windows"));
        assertThat(events()).noneMatch(Event.AttachmentAdded.class::isInstance);

        recorder.started("aborted", TEST);
        recorder.output("aborted", "hangs\n");
        recorder.finished("aborted", Outcome.ABORTED, Failure.because("ended before"));
        assertThat(text(lastAttachment())).isEqualTo("hangs\n");
    }

    @Test
    void attachesTheOutputThatTheCodeOfTheTestWants() throws Exception {
        recorder.started("loud", TEST, codeOf("loud"));
        recorder.output("loud", "loud\n");
        recorder.finished("loud", Outcome.PASSED, null);
        assertThat(text(lastAttachment())).isEqualTo("loud\n");

        recorder.preparing("quiet");
        recorder.output("quiet", "set-up\n");
        recorder.started("quiet", TEST, codeOf("quiet"));
        recorder.output("quiet", "body\n");
        recorder.finished("quiet", Outcome.FAILED, Failure.because("no"));
        assertThat(events()).filteredOn(Event.AttachmentAdded.class::isInstance).hasSize(1);
    }

    private static TestCode codeOf(String method) throws NoSuchMethodException {
        return new TestCode(Annotated.class, Annotated.class.getDeclaredMethod(method));
    }

    static class Annotated {
        @Output(When.ALWAYS)
        void loud() {}

        @Output(When.NEVER)
        void quiet() {}
    }

    @Test
    void keepsBothEndsOfEndlessOutputAndMarksTheCut() throws IOException {
        recorder.started("key", TEST);
        String megabyte = ("x".repeat(1023) + "\n").repeat(1024);
        for (int i = 0; i < 10; i++) {
            recorder.output("key", megabyte);
        }
        recorder.output("key", "the end\n");
        recorder.finished("key", Outcome.FAILED, Failure.because("no"));

        String kept = text(lastAttachment());
        assertThat(kept.length()).isBetween(8_300_000, 8 * 1024 * 1024 + 100);
        assertThat(kept.endsWith("x\nthe end\n")).isTrue();
        assertThat(kept.lines().filter(line -> line.startsWith("[cut: 2"))).hasSize(1);
    }

    @Test
    void givesWhatIsPrintedToTheTestThatPrintsIt() throws IOException {
        recorder.started("key", TEST);
        recorder.console().printed(Channel.OUT, "out\n");
        recorder.console().printed(Channel.ERR, "err\n");
        recorder.finished("key", Outcome.FAILED, Failure.because("no"));

        assertThat(attachments())
                .extracting(each -> each.fileName() + " " + each.type() + " of row " + each.row() + ": " + text(each))
                .containsExactly(
                        "Standard_Console_Output.log CONSOLE_LOG of row 1: out\n",
                        "Standard_Console_Error.log CONSOLE_LOG of row 1: err\n");
    }

    @Test
    void givesTheRunWhatBelongsToNoTest() throws Exception {
        recorder.console().printed(Channel.OUT, "before\n");
        recorder.started("key", TEST);
        recorder.finished("key", Outcome.PASSED, null);
        Thread late = new Thread(() -> recorder.console().printed(Channel.OUT, "aft"), "straggler");
        late.start();
        late.join();
        recorder.finishRun();

        String main = Thread.currentThread().getName();
        assertThat(lastAttachment().ofRun()).isTrue();
        assertThat(text(lastAttachment())).isEqualTo("[" + main + "] before\n[straggler] aft\n");
    }

    @Test
    void attachesTheFilesThatAreNamedInTheOutput() throws IOException {
        Path file = Files.writeString(folder.resolve("shot.txt"), "picture");
        recorder.started("key", TEST);
        recorder.console().printed(Channel.OUT, "[[ATTACHMENT|" + file + "]]\n[[ATTACHMENT|" + folder + "/none]]");
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(attachments())
                .extracting(each -> each.fileName() + " of row " + each.row() + ": " + text(each))
                .containsExactly("shot.txt of row 1: picture");
        assertThat(lastResult().comment())
                .isEqualTo("Attachment " + folder.resolve("none") + " is left out: it does not exist.");
    }

    @Test
    void saysOfAFewFilesThatTheyAreLeftOutAndCountsTheOthers() throws IOException {
        recorder.started("key", TEST);
        for (int i = 0; i < 1000; i++) {
            recorder.console().printed(Channel.OUT, "[[ATTACHMENT|/proc/self/task/" + i + "/environ]]\n");
            recorder.console().printed(Channel.OUT, "[[ATTACHMENT|/proc/self/environ]]\n");
        }
        recorder.comment("key", "of the test");
        recorder.finished("key", Outcome.PASSED, null);
        recorder.console().printed(Channel.OUT, "[[ATTACHMENT|/proc/self/environ]]\n");
        recorder.finishRun();

        assertThat(attachments()).extracting(Attachment::fileName).containsOnly("Standard_Console_Output.log");
        assertThat(lastResult().comment().lines())
                .hasSize(7)
                .startsWith(
                        "of the test",
                        "Attachment /proc/self/task/0/environ is left out: it is outside the folders of the build and of"
                                + " temporary files. attest.attachment-marks.roots adds folders.")
                .endsWith("Further lines [[ATTACHMENT|...]] whose files are left out: 996.");
        assertThat(guard.notes()).singleElement().asString().startsWith("Attachment /proc/self/environ is left out");
    }

    @Test
    void masksTheSettingsThatAreNamedInTheOutput() throws IOException {
        Path file = Files.writeString(folder.resolve(".env"), "USER=shop\nDB_PASSWORD=hunter22\n");
        Files.createSymbolicLink(folder.resolve("harmless.txt"), file);
        recorder.started("key", TEST);
        recorder.console()
                .printed(Channel.OUT, "[[ATTACHMENT|" + file + "]]\n[[ATTACHMENT|" + folder + "/harmless.txt]]");
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(attachments())
                .extracting(each -> each.fileName() + ": " + text(each))
                .containsExactly(".env: USER=shop\nDB_PASSWORD=***\n", "harmless.txt: USER=shop\nDB_PASSWORD=***\n");
    }

    @Test
    void masksTheConfigurationByItsKeys() throws IOException {
        recorder.started("key", TEST);
        recorder.configuration("junit-platform.properties", "shop.db.password=hunter22\nshop.db.user=shop\n");
        recorder.configuration("testng.xml", "<suite><parameter name=\"api.token\" value=\"hunter22\"/></suite>");
        recorder.finishRun();

        assertThat(attachments())
                .extracting(this::text)
                .containsExactly(
                        "shop.db.password=***\nshop.db.user=shop\n",
                        "<suite><parameter name=\"api.token\" value=\"***\"/></suite>");
    }

    @Test
    void givesTheRunWhatAThreadPrintsAfterItsTestEnded() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);
        recorder.started("key", TEST);
        Thread thread = new Thread(
                () -> {
                    recorder.console().printed(Channel.OUT, "in time\n");
                    awaitQuietly(ended);
                    recorder.console().printed(Channel.OUT, "too late\n");
                },
                "made-in-test");
        thread.start();
        await().until(() -> thread.getState() == Thread.State.WAITING);
        recorder.finished("key", Outcome.FAILED, Failure.because("no"));
        recorder.started("next", TEST);
        ended.countDown();
        thread.join();
        recorder.finished("next", Outcome.FAILED, Failure.because("no"));
        recorder.finishRun();

        assertThat(attachments())
                .extracting(each -> each.row() + "." + each.attempt() + " " + text(each))
                .containsExactly("1.1 in time\n", "0.1 [made-in-test] too late\n");
    }

    @Test
    void writesNoSecretDown() throws IOException {
        String secret = "s3cr3t-4711";
        JournalRecorder masked = new JournalRecorder(
                journal,
                started -> new Run("token", "title", started, "host", null),
                When.FAILED,
                new AnnotationLinks(null),
                Set.of(),
                AttachmentTypeRules.of("", sentence -> {}),
                new MarkedFileRoots(List.of(folder)),
                Masking.of(List.of(secret), null, warning -> {}),
                Clock.fixed(NOON, ZoneOffset.UTC),
                new TestThreads(new PlanThreads(), null),
                KnownFailures.NONE,
                guard);

        masked.started("key", new TestDescription(TEST.id(), "logs in with " + secret, List.of()));
        masked.comment("key", "as " + secret);
        masked.output("key", "password " + secret + "\n");
        masked.attach("key", "a.json", "{\"a\":\"" + secret + "\"}", AttachmentType.GENERAL_ATTACHMENT);
        masked.finished("key", Outcome.FAILED, new Failure("wrong: " + secret, "at " + secret + "x".repeat(5000)));
        masked.concluded(new TestDescription(TEST.id(), secret, List.of()), Outcome.SKIPPED, Failure.because(secret));

        assertThat(events().toString()).contains("***").doesNotContain(secret);
        try (var files = Files.walk(journal.folder())) {
            assertThat(files.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(file -> assertThat(Files.readString(file, StandardCharsets.ISO_8859_1))
                            .doesNotContain(secret));
        }
    }

    @Test
    void stopsTheClockBeforeTheTearDown() throws IOException {
        long before = System.nanoTime();
        recorder.started("key", TEST);
        recorder.stopped("key", Outcome.PASSED, null);
        long stopped = System.nanoTime();
        pause();
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(lastResult().duration()).isLessThanOrEqualTo(Duration.ofNanos(stopped - before));
    }

    private static void pause() {
        long begun = System.nanoTime();
        await().until(() -> System.nanoTime() - begun > 50_000_000);
    }

    @Test
    void countsNothingOfItsOwnWorkAsTimeOfATest() throws IOException {
        AtomicLong begun = new AtomicLong();
        AtomicLong ending = new AtomicLong();
        recorder.apart(() -> {
            recorder.started("key", TEST);
            pause();
            begun.set(System.nanoTime());
        });
        recorder.apart(() -> {
            ending.set(System.nanoTime());
            pause();
            recorder.stopped("key", Outcome.PASSED, null);
        });
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(lastResult().duration()).isBetween(Duration.ZERO, Duration.ofNanos(ending.get() - begun.get()));
    }

    @Test
    void givesATestThatStartsAndEndsInOneEventNoTime() throws IOException {
        recorder.apart(() -> {
            recorder.started("key", TEST);
            recorder.finished("key", Outcome.FAILED, Failure.because("set-up"));
        });

        assertThat(lastResult().duration()).isZero();
    }

    @Test
    void endsATestWithItsLastOutcomeWhenTheJvmEndsInItsTearDown() throws IOException {
        recorder.started("key", TEST);
        recorder.stopped("key", Outcome.FAILED, Failure.because("two is not three"));

        recorder.cutOff();

        assertThat(lastResult().outcome()).isEqualTo(Outcome.FAILED);
        assertThat(lastResult().failure()).isEqualTo(Failure.because("two is not three"));
    }

    @Test
    void writesTheOutcomeBeforeTheTearDownInCaseTheJvmDiesInIt() throws IOException {
        recorder.started("key", TEST);
        recorder.stopped("key", Outcome.FAILED, Failure.because("two is not three"));

        assertThat(events())
                .filteredOn(Event.AttemptStopped.class::isInstance)
                .extracting(event -> ((Event.AttemptStopped) event).failure())
                .containsExactly(Failure.because("two is not three"));
    }

    @Test
    void keepsADetachedTestOpenForItsKeyButForNoThread() throws IOException {
        recorder.started("key", TEST);
        recorder.detached("key", Outcome.PASSED, null);

        assertThat(recorder.current()).isNull();

        recorder.comment("key", "late");
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(lastResult().comment()).isEqualTo("late");
    }

    @Test
    void ignoresTestsThatDoNotRun() throws IOException {
        recorder.comment("nobody", "line");
        recorder.attach("nobody", "file", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        recorder.finished("nobody", Outcome.PASSED, null);

        assertThat(events()).isEmpty();
    }

    @Test
    void attachesWhatTheRunIsConfiguredWithOnceAndAtItsEnd() throws IOException {
        recorder.configuration("testng.xml", "<suite/>");
        assertThat(events()).as("nothing without a test").isEmpty();

        recorder.started("key", TEST);
        recorder.configuration("testng.xml", "<suite/>");
        recorder.configuration("testng.xml", "<suite name='other'/>");
        recorder.finishRun();

        assertThat(events().stream()
                        .filter(Event.AttachmentAdded.class::isInstance)
                        .map(event -> ((Event.AttachmentAdded) event).attachment()))
                .allMatch(Attachment::ofRun)
                .extracting(Attachment::fileName, Attachment::type, this::text)
                .containsExactly(
                        tuple("testng.xml", AttachmentType.RUN_CONFIG, "<suite/>"),
                        tuple("testng.xml", AttachmentType.RUN_CONFIG, "<suite name='other'/>"));
    }

    @Test
    void neverThrowsWhenTheJournalIsGone() throws IOException {
        recorder.started("key", TEST);
        journal.close();

        recorder.attach("key", "file", new byte[1], AttachmentType.GENERAL_ATTACHMENT);
        recorder.finished("key", Outcome.PASSED, null);

        assertThat(recorder.results()).isEqualTo(new ReportedCount(1, 1));
        assertThat(guard.failures()).isPositive();
    }

    private List<Event> events() throws IOException {
        return journal.reader().read(100);
    }

    private Result lastResult() throws IOException {
        return results().reduce((first, second) -> second).orElseThrow();
    }

    private Stream<Result> results() throws IOException {
        return events().stream()
                .filter(Event.ResultRecorded.class::isInstance)
                .map(event -> ((Event.ResultRecorded) event).result());
    }

    private Attachment lastAttachment() throws IOException {
        List<Attachment> all = attachments();
        return all.get(all.size() - 1);
    }

    private List<Attachment> attachments() throws IOException {
        return events().stream()
                .filter(Event.AttachmentAdded.class::isInstance)
                .map(event -> ((Event.AttachmentAdded) event).attachment())
                .toList();
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String text(Attachment attachment) {
        try (var in = journal.blob(attachment.sha256()).open()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
