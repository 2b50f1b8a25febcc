package dev.attest.internal.runtime;

import dev.attest.internal.attribution.TestThreads;
import dev.attest.internal.config.PipelineSettings;
import dev.attest.internal.config.ReleaseStage;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.setting.RunScope;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.files.MarkedFileRoots;
import dev.attest.internal.guard.EventThreads;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalSyncer;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.process.UniqueId;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.publish.Publishing;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.recorder.AnnotationLinks;
import dev.attest.internal.recorder.AttachmentWriter;
import dev.attest.internal.recorder.JournalRecorder;
import dev.attest.internal.recorder.ReportedCount;
import dev.attest.internal.recovery.OrphanQueue;
import dev.attest.internal.summary.TestTally;
import dev.attest.spi.PlanNesting;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The session of one run: its journal, its recorder and its publishing. */
final class RunSession {

    /** Prefix of the folder of a run that this JVM does not share. */
    private static final String PRIVATE_RUN = "jvm-";

    /** Docker, for example, kills a JVM ten seconds after it has asked it to end. */
    private static final Duration SHUTDOWN_BUDGET = Duration.ofSeconds(8);

    private final UserConsole userConsole;
    private final Settings settings;
    private final Journal journal;
    private final TestThreads threads;
    private final JournalRecorder recorder;
    private final Publishing publishing;
    private final EndOfBuild endOfBuild;
    private final JournalSyncer syncer;
    private final Guard guard;

    private RunSession(
            UserConsole userConsole,
            Settings settings,
            Journal journal,
            TestThreads threads,
            JournalRecorder recorder,
            Publishing publishing,
            EndOfBuild endOfBuild,
            Guard guard) {
        this.userConsole = userConsole;
        this.settings = settings;
        this.journal = journal;
        this.threads = threads;
        this.recorder = recorder;
        this.publishing = publishing;
        this.endOfBuild = endOfBuild;
        this.syncer = new JournalSyncer(journal);
        this.guard = guard;
    }

    /** Opens the journal, prints where results go, and starts publishing. */
    static RunSession open(Settings settings, UserConsole userConsole, PlanNesting nesting) throws IOException {
        Journals journals = new Journals(settings.journalDir());
        List<ConfiguredDestination> destinations = DestinationFactory.create(settings, System.getenv());
        Journal journal = journal(settings, journals, destinations, userConsole);
        Guard guard = new Guard();
        Consumer<String> warning = userConsole::warn;
        Masking masking = RunSecrets.masking(settings, warning, guard::note);
        KnownFailures known = settings.known().with(masking);
        TestThreads threads = new TestThreads(nesting, eventThreads());
        JournalRecorder recorder = new JournalRecorder(
                journal,
                started -> run(settings, masking, started),
                settings.output(),
                new AnnotationLinks(settings.testCasePattern()),
                DestinationFactory.names(destinations, settings),
                AttachmentTypeRules.of(settings.attachmentTypes(), warning),
                new MarkedFileRoots(settings.markRoots()),
                masking,
                Clock.systemUTC(),
                threads,
                known,
                guard);
        recorder.configuration(settings.values());
        boolean adopts = !destinations.isEmpty() && journal.isDurable();
        EndOfBuild end =
                new EndOfBuild(journal, settings.journalDir(), settings.annotations(), known, System.getenv(), guard);
        OrphanQueue orphans = new OrphanQueue(destinations, adopts ? journals : WaitingJournals.NONE, end::closing);
        Publishing publishing = new Publishing(destinations, journal, orphans, recorder.tally()::reviewed, warning);
        userConsole.tell("Attest: publishes to " + DestinationFactory.describe(destinations, settings));
        publishing.start();
        return new RunSession(userConsole, settings, journal, threads, recorder, publishing, end, guard);
    }

    private static @Nullable EventThreads eventThreads() {
        ClassLoader ofTests = Thread.currentThread().getContextClassLoader();
        return ofTests == null ? null : EventThreads.of(ofTests);
    }

    /** Returns the folder for files that end with the run. */
    Path temporaryFolder() {
        return journal.temporaryFolder();
    }

    JournalRecorder recorder() {
        return recorder;
    }

    UserConsole userConsole() {
        return userConsole;
    }

    /** Ends the run: publishes what is pending within the end timeout, and prints the summary. */
    void close() throws IOException {
        recorder.finishRun();
        end(settings.endTimeout(), false);
    }

    /** Ends the run because the JVM is shutting down: running tests are aborted. Takes at most eight seconds. */
    void cutOff() throws IOException {
        recorder.cutOff();
        Duration timeout = settings.endTimeout();
        end(timeout.compareTo(SHUTDOWN_BUDGET) < 0 ? timeout : SHUTDOWN_BUDGET, true);
    }

    private void end(Duration budget, boolean cutOff) throws IOException {
        threads.close();
        syncer.close();
        publishing.finish(budget);
        List<PublishResult> published = publishing.published();
        boolean completed = !published.isEmpty();
        boolean refused = false;
        for (PublishResult each : published) {
            completed &= each.progress().completed();
            refused |= !each.progress().refusals().isEmpty();
        }
        // A destination whose settings are incomplete still needs the journal.
        boolean done = completed && settings.incomplete().isEmpty();
        TestTally tests = cutOff ? tallyOfJournal() : recorder.tally();
        if (recorder.hasBegun()) {
            printSummary(published, tests, done);
        }
        userConsole.commands(
                endOfBuild.finish(recorder.hasBegun(), tests, published, publishing::page, publishing.review()));
        if (recorder.hasBegun() && !done) {
            journal.close();
        } else if (!refused && !journal.isDamaged()) {
            journal.delete();
        } else {
            journal.setAside();
        }
    }

    /** Returns what the tests came to, with those that the end of the JVM keeps from starting. */
    private TestTally tallyOfJournal() {
        try {
            return endOfBuild.tally(journal);
        } catch (IOException | RuntimeException e) {
            return recorder.tally();
        }
    }

    private void printSummary(List<PublishResult> published, TestTally tests, boolean done) {
        for (String note : guard.notes()) {
            userConsole.warn(note);
        }
        AttachmentWriter attachments = recorder.attachments();
        ReportedCount results = recorder.results();
        int neverStarted =
                Math.max(0, tests.counts().all() - recorder.tally().counts().all());
        SummaryLines lines = new SummaryLines(
                new ReportedCount(results.all() + neverStarted, results.lost()),
                attachments.reported(),
                attachments::countElsewhere,
                published,
                settings.incomplete(),
                new SummaryLines.Kept(
                        journal.isDurable(),
                        journal.folder().toString(),
                        (done ? journal.asideFolder() : journal.folder()).toString(),
                        journal.unwritten()));
        new RunSummary(userConsole, published).print(lines, tests.counts());
    }

    /** Creates the journal. Falls back to memory if the disk fails and there is a destination. */
    private static Journal journal(
            Settings settings, Journals journals, List<ConfiguredDestination> destinations, UserConsole userConsole)
            throws IOException {
        RunScope scope = settings.runScope();
        try {
            String folder = scope.key().isEmpty() ? PRIVATE_RUN + UniqueId.next() : scope.key();
            return journals.create(folder, scope.lasting());
        } catch (IOException e) {
            if (destinations.isEmpty()) {
                throw e;
            }
            userConsole.warn("Results are kept in memory only, and undelivered ones are lost: the journal cannot be"
                    + " opened in " + settings.journalDir() + ": " + e
                    + ". Set attest.journal.dir to a folder that this user can write to.");
            return Journal.inMemory();
        }
    }

    private static Run run(Settings settings, Masking masking, Instant started) {
        boolean acrossHosts = settings.runScope().acrossHosts();
        return new Run(
                acrossHosts ? sharedToken(settings) : UniqueId.next(),
                masking.mask(settings.runTitle()),
                started,
                hostName(),
                pipeline(settings.pipeline()),
                settings.origin().with(masking),
                acrossHosts,
                "");
    }

    /** Returns the name of this host without DNS, which may take seconds. */
    private static String hostName() {
        Map<String, String> environment = System.getenv();
        String name = environment.getOrDefault("COMPUTERNAME", environment.getOrDefault("HOSTNAME", ""));
        try {
            String known =
                    name.isBlank() ? Files.readString(Path.of("/etc/hostname")).strip() : name;
            return known.isEmpty() ? "localhost" : known;
        } catch (IOException e) {
            return "localhost";
        }
    }

    /** Returns a token that is equal on each host of a shared run. */
    private static String sharedToken(Settings settings) {
        String shared = settings.runScope().key() + "\n" + settings.runTitle();
        return UUID.nameUUIDFromBytes(shared.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable Pipeline pipeline(@Nullable PipelineSettings settings) {
        if (settings == null) {
            return null;
        }
        ReleaseStage release = settings.release();
        return new Pipeline(
                settings.buildId(),
                settings.stage(),
                settings.stageAttempt(),
                settings.phase(),
                settings.phaseAttempt(),
                settings.job(),
                settings.jobAttempt(),
                release == null ? "" : release.uri(),
                release == null ? "" : release.environmentUri());
    }
}
