package dev.attest.cli;

import dev.attest.internal.config.Settings;
import dev.attest.internal.config.Sources;
import dev.attest.internal.delivery.DeliverySettings;
import dev.attest.internal.delivery.Progress;
import dev.attest.internal.destination.ConfiguredDestination;
import dev.attest.internal.journal.InspectedJournal;
import dev.attest.internal.journal.InspectedJournal.State;
import dev.attest.internal.journal.JournalInspector;
import dev.attest.internal.journal.Journals;
import dev.attest.internal.json.Json;
import dev.attest.internal.recovery.Replay;
import dev.attest.internal.recovery.ReplayOutcome;
import dev.attest.internal.runtime.DestinationFactory;
import dev.attest.internal.status.JournalStatus;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code attest replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        sortOptions = false,
        description = {
            "Delivers what waits: the results and files of runs whose service was down or whose JVM was killed.",
            "The command completes interrupted runs as Aborted. It does not touch the journals of running JVMs, and builds"
                    + " can start meanwhile. It removes what it has delivered, so a second replay does nothing."
        },
        footer = {
            "",
            "Exit codes: 0 nothing waits any more; 1 something waits or was refused; 2 the command line is wrong, no"
                    + " destination is set, or the folder has no journals and is not where tests keep theirs; 3 the command"
                    + " failed."
        })
final class ReplayCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofMillis(200);

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            description = "The folder of the journals. [the folder that a test run in this folder uses]")
    @Nullable
    String dir;

    @Mixin
    SettingsOptions options = new SettingsOptions();

    @Option(
            names = "--timeout",
            paramLabel = "TIME",
            converter = TimeLimitConverter.class,
            defaultValue = "10m",
            description = "Stops after this time: 90s, 10m, 1h. A service that does not answer gets at most 30 s."
                    + " [${DEFAULT-VALUE}]")
    Duration timeout = Duration.ZERO;

    @Option(names = "--json", description = "Prints one JSON object instead of text.")
    boolean json;

    private final Terminal terminal;
    private final Sources sources;

    ReplayCommand(Terminal terminal, Sources sources) {
        this.terminal = terminal;
        this.sources = sources;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        options.journal(dir);
        Settings settings = options.read(sources);
        Path journals = options.journalDir(settings, sources.workingDirectory());
        List<ConfiguredDestination> outlets = destinations(settings);
        List<InspectedJournal> found = found(journals); // before any lock is held here
        int alive = (int) found.stream()
                .filter(journal -> journal.state() == State.IN_USE)
                .count();
        int waiting = found.stream().mapToInt(ReplayCommand::waiting).sum();
        ProgressLine line = new ProgressLine(terminal, waiting, System.nanoTime());
        Replay replay = new Replay(
                outlets, new Journals(journals), warning -> line.say("warning: " + warning), DeliverySettings.DEFAULT);
        deliver(replay, line);
        ReplayReport report = ReplayReport.of(journals, replay, found(journals), alive);
        if (json) {
            terminal.out().printJson(Json.write(report));
        } else {
            report.print(terminal.out());
        }
        return report.exitCode();
    }

    private List<ConfiguredDestination> destinations(Settings settings) {
        settings.warnings().forEach(warning -> terminal.err().println("warning: " + options.named(warning)));
        List<ConfiguredDestination> destinations = DestinationFactory.create(settings, sources.environment());
        if (destinations.isEmpty()) {
            String unread = options.unread(sources.workingDirectory());
            throw new MisuseException("no destination is set. Pass --url and --project, and the token in"
                    + " ATTEST_AZURE_TOKEN or --token-file, or set attest.qacomplete.url and the other settings of"
                    + " QAComplete. 'attest doctor' shows what is set"
                    + (unread.isEmpty() ? "" : ". " + unread));
        }
        return destinations;
    }

    private static List<InspectedJournal> found(Path journals) throws IOException {
        return JournalInspector.inspect(journals).stream()
                .flatMap(run -> run.journals().stream())
                .toList();
    }

    private void deliver(Replay replay, ProgressLine line) throws InterruptedException {
        long end = System.nanoTime() + timeout.toNanos();
        replay.start();
        while (!replay.await(GLANCE) && System.nanoTime() - end < 0) {
            line.show(done(replay), System.nanoTime());
        }
        replay.stop();
        line.clear();
    }

    private static int done(Replay replay) {
        ItemCounts settled = ItemCounts.NONE;
        for (Progress current : replay.current()) {
            settled = settled.plus(DeliveryCounts.settled(current));
        }
        for (ReplayOutcome outcome : replay.outcomes()) {
            settled = settled.plus(DeliveryCounts.settled(outcome.progress()));
        }
        return settled.all();
    }

    /** A journal that cannot be read counts as none here; why it waits is told at the end. */
    private static int waiting(InspectedJournal journal) {
        try {
            return journal.state() == State.ORPHANED
                    ? DeliveryCounts.waiting(JournalStatus.of(journal)).all()
                    : 0;
        } catch (IOException e) {
            return 0;
        }
    }
}
