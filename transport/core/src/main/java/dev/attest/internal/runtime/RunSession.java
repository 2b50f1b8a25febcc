package dev.attest.internal.runtime;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.config.PipelineSettings;
import dev.attest.internal.config.QaCompleteSettings;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.setting.RunScope;
import dev.attest.internal.console.OutputSink;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.files.AttachmentTypeRules;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.JournalSyncer;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.journal.event.Run;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.masking.Secrets;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.publish.Publishing;
import dev.attest.internal.recorder.AnnotationLinks;
import dev.attest.internal.recorder.AttachmentWriter;
import dev.attest.internal.recorder.JournalRecorder;
import dev.attest.internal.recorder.RunConfiguration;
import dev.attest.spi.TestRecorder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The recording of one run: its journal, what writes to it and what publishes from it. */
final class RunSession {

    /** What the folder of a run begins with that this JVM has to itself. */
    private static final String ALONE = "jvm-";

    /** Who asks a JVM to end kills it some time later; Docker, for one, after ten seconds. */
    private static final Duration LAST_MOMENT = Duration.ofSeconds(8);

    private final UserConsole notices;
    private final Journal journal;
    private final JournalRecorder recorder;
    private final Publishing publishing;
    private final JournalSyncer forcing;
    private final Guard guard;
    private final Duration endTimeout;
    private final boolean owed;

    /** @param owed whether somebody is still to get the journal whom it cannot be delivered to in this JVM */
    private RunSession(
            UserConsole notices,
            Journal journal,
            JournalRecorder recorder,
            Publishing publishing,
            Guard guard,
            Duration endTimeout,
            boolean owed) {
        this.guard = guard;
        this.notices = notices;
        this.journal = journal;
        this.recorder = recorder;
        this.publishing = publishing;
        this.forcing = new JournalSyncer(journal);
        this.endTimeout = endTimeout;
        this.owed = owed;
    }

    /** Opens the journal, says where results go, and starts to publish. */
    static RunSession open(Settings settings, UserConsole notices) throws IOException {
        Journals journals = new Journals(settings.journalDir());
        List<ConfiguredDestination> outlets = DestinationFactory.create(settings, System.getenv());
        Journal journal = journal(settings, journals, outlets, notices);
        Guard guard = new Guard();
        Masking masking = masking(settings, notices);
        JournalRecorder recorder = new JournalRecorder(
                journal,
                started -> run(settings, started),
                settings.output(),
                new AnnotationLinks(settings.testCasePattern()),
                DestinationFactory.names(outlets, settings),
                AttachmentTypeRules.of(settings.attachmentTypes(), notices::warn),
                masking,
                Clock.systemUTC(),
                guard);
        recorder.configuration("attest-settings.txt", RunConfiguration.effective(settings.values()));
        boolean adopts = !outlets.isEmpty() && journal.isDurable();
        List<Journal> left = adopts ? left(journals, notices) : List.of();
        Publishing publishing = new Publishing(outlets, journal, left, notices::warn);
        notices.say("Attest: publishes to " + DestinationFactory.describe(outlets, settings));
        publishing.start();
        boolean owed = !settings.incomplete().isEmpty();
        return new RunSession(notices, journal, recorder, publishing, guard, settings.endTimeout(), owed);
    }

    TestRecorder recorder() {
        return recorder;
    }

    /** Returns what takes all that is printed in this JVM. */
    OutputSink console() {
        return recorder.console();
    }

    /** Ends the run: publishes what is left within the budget, and says what became of everything. */
    void close() throws IOException {
        recorder.finishRun();
        end(endTimeout);
    }

    /** Ends the run because the JVM is told to end: tests that are running are aborted. Takes eight seconds at most. */
    void cutOff() throws IOException {
        recorder.cutOff();
        end(endTimeout.compareTo(LAST_MOMENT) < 0 ? endTimeout : LAST_MOMENT);
    }

    private void end(Duration budget) throws IOException {
        forcing.close();
        publishing.finish(budget);
        List<PublishResult> published = publishing.published();
        if (recorder.hasBegun()) {
            sayHowItEnded(published);
        }
        boolean completed = !published.isEmpty()
                && published.stream().allMatch(each -> each.progress().completed());
        if (!recorder.hasBegun() || (completed && !owed)) {
            settle(published);
        } else {
            journal.close();
        }
    }

    private void settle(List<PublishResult> published) throws IOException {
        if (published.stream().allMatch(each -> each.progress().refusals().isEmpty())) {
            journal.delete();
        } else {
            journal.setAside();
        }
    }

    private void sayHowItEnded(List<PublishResult> published) {
        guard.notes().forEach(notices::warn);
        AttachmentWriter attachments = recorder.attachments();
        new RunSummary(notices, published)
                .say(SummaryLine.of(
                        recorder.results(), attachments.reported(), attachments::elsewhere, published, whatIsKept()));
    }

    private String whatIsKept() {
        if (!journal.isDurable()) {
            return "what waits was in memory only, and is lost";
        }
        int unwritten = journal.unwritten();
        return "what waits is in " + journal.folder() + " and goes with the next run"
                + (unwritten == 0
                        ? ""
                        : ", but for " + unwritten + " records that the disk did not take: they are lost");
    }

    /** Keeps the journal in memory, in the worst case: a test run without results is of no use to anybody. */
    private static Journal journal(
            Settings settings, Journals journals, List<ConfiguredDestination> outlets, UserConsole notices)
            throws IOException {
        RunScope scope = settings.runScope();
        try {
            return journals.create(scope.key().isEmpty() ? ALONE + UUID.randomUUID() : scope.key(), scope.lasting());
        } catch (IOException e) {
            if (outlets.isEmpty()) {
                throw e;
            }
            notices.warn("Results are kept in memory only, and what cannot be delivered is lost: the journal cannot be"
                    + " opened in " + settings.journalDir() + ": " + e
                    + ". Set attest.journal.dir to a folder that this user can write to.");
            return Journal.inMemory();
        }
    }

    private static List<Journal> left(Journals journals, UserConsole notices) {
        try {
            return journals.adoptWaiting();
        } catch (IOException e) {
            notices.warn("What earlier runs left behind cannot be read: " + e);
            return List.of();
        }
    }

    /** Masks what variables and properties hold that are named like secrets, or that the user names. */
    private static Masking masking(Settings settings, UserConsole notices) {
        Map<String, String> secrets = new TreeMap<>(Secrets.among(System.getenv()));
        Map<String, String> properties = new TreeMap<>();
        Properties ofTheSystem = System.getProperties();
        ofTheSystem.stringPropertyNames().forEach(name -> properties.put(name, ofTheSystem.getProperty(name, "")));
        secrets.putAll(Secrets.among(properties));
        secrets.putAll(Secrets.called(settings.maskVariables(), System.getenv()));
        secrets.putAll(Secrets.called(settings.maskVariables(), properties));
        AzureSettings azure = settings.azure();
        if (azure != null) {
            secrets.put("attest.azure.token", azure.token().reveal());
            secrets.putAll(
                    Secrets.among(Map.of("attest.proxy", azure.network().proxy().reveal())));
        }
        QaCompleteSettings qaComplete = settings.qaComplete();
        if (qaComplete != null) {
            String password = qaComplete.password().reveal();
            secrets.put("attest.qacomplete.password", password);
            // As the header has it: in Base64 the end of one and the beginning of the other are one character.
            secrets.put("the login to QAComplete", qaComplete.user() + ":" + password);
            secrets.putAll(Secrets.among(
                    Map.of("attest.proxy", qaComplete.network().proxy().reveal())));
        }
        secrets.forEach((name, secret) -> {
            if (Secrets.isTooShort(secret)) {
                notices.warn("The value of " + name + " is too short to be masked in what tests say.");
            }
        });
        return Masking.of(secrets.values(), settings.mask());
    }

    private static Run run(Settings settings, Instant started) {
        boolean acrossHosts = settings.runScope().acrossHosts();
        return new Run(
                acrossHosts ? sharedToken(settings) : UUID.randomUUID().toString(),
                settings.runTitle(),
                started,
                HostName.name(),
                pipeline(settings.pipeline()),
                acrossHosts,
                "");
    }

    /** The same on each host. */
    private static String sharedToken(Settings settings) {
        String shared = settings.runScope().key() + "\n" + settings.runTitle();
        return UUID.nameUUIDFromBytes(shared.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private static @Nullable Pipeline pipeline(@Nullable PipelineSettings job) {
        return job == null
                ? null
                : new Pipeline(
                        job.buildId(),
                        job.stage(),
                        job.stageAttempt(),
                        job.phase(),
                        job.phaseAttempt(),
                        job.job(),
                        job.jobAttempt());
    }
}
