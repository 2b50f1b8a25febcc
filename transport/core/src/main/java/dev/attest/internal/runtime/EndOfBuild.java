package dev.attest.internal.runtime;

import dev.attest.internal.config.origin.CiSystem;
import dev.attest.internal.config.setting.AnnotationLevel;
import dev.attest.internal.delivery.JournalResults;
import dev.attest.internal.destination.Review;
import dev.attest.internal.guard.Guard;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.publish.PublishResult;
import dev.attest.internal.quarantine.KnownFailures;
import dev.attest.internal.summary.BuildSummary;
import dev.attest.internal.summary.Digest;
import dev.attest.internal.summary.ServiceRows;
import dev.attest.internal.summary.SourceFiles;
import dev.attest.internal.summary.TestTally;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/** Writes the summary of the build, together with its other JVMs. Thread-safe. */
final class EndOfBuild {

    /** Variables that name the root of the checkout. */
    private static final List<String> ROOTS =
            List.of("BUILD_SOURCESDIRECTORY", "GITHUB_WORKSPACE", "CI_PROJECT_DIR", "WORKSPACE");

    private final Journal own;
    private final Path journals;
    private final AnnotationLevel annotations;
    private final KnownFailures known;
    private final Map<String, String> environment;
    private final Guard guard;

    /** By the folder of a dead JVM: the pages of its rows. */
    private final Map<Path, IntFunction<String>> left = new HashMap<>();

    /** @param journals folder of the journals */
    EndOfBuild(
            Journal own,
            Path journals,
            AnnotationLevel annotations,
            KnownFailures known,
            Map<String, String> environment,
            Guard guard) {
        this.known = known;
        this.own = own;
        this.journals = journals;
        this.annotations = annotations;
        this.environment = environment;
        this.guard = guard;
    }

    /**
     * Notes the results of a JVM that is dead. Its journal is about to be closed, and may be deleted.
     *
     * @param pages returns the address of a row at one of its services; empty if it is not known
     */
    void closing(Journal dead, IntFunction<String> pages) {
        if (dead.run().path().equals(own.run().path())) {
            ServiceRows rows = new ServiceRows(pagesOf(dead.folder(), pages), Review.NONE);
            guard.run("the summary of a JVM that has ended early", () -> {
                summary().leave(dead, tally(dead).digest(sources(), rows, List.of(), List.of()));
            });
        }
    }

    /** A second service adds to what the first one has. */
    private synchronized IntFunction<String> pagesOf(Path dead, IntFunction<String> pages) {
        return left.merge(dead, pages, (before, more) -> row -> {
            String page = before.apply(row);
            return page.isEmpty() ? more.apply(row) : page;
        });
    }

    /** Returns what the tests of a journal came to, with those that the end of its JVM kept from starting. */
    TestTally tally(Journal journal) throws IOException {
        TestTally tally = new TestTally(known);
        JournalResults.read(journal, tally::add);
        return tally;
    }

    /**
     * Returns lines for the log of the build; none if other JVMs of the build still run.
     *
     * @param hasTests whether this JVM had a test
     * @param published what was published; nothing where no service is set, or its settings are incomplete
     * @param pages returns the address of a row at the service; empty if it is not known
     * @param review what the service knows of the rows
     */
    List<String> finish(
            boolean hasTests,
            TestTally tally,
            List<PublishResult> published,
            IntFunction<String> pages,
            Review review) {
        boolean wanted = !published.isEmpty() || CiSystem.isCi(environment);
        List<String> lines = new ArrayList<>();
        if (wanted && own.isDurable() && (hasTests || summary().isBegun())) {
            // An interrupted thread would not write.
            boolean interrupted = Thread.interrupted();
            guard.run("the summary of the build", () -> {
                List<String> remarks = remarks(published);
                remarks.addAll(known.expired());
                if (!review.trouble().isEmpty()) {
                    remarks.add(review.trouble());
                }
                ServiceRows rows = new ServiceRows(pages, review);
                Digest digest = tally.digest(sources(), rows, runs(published), remarks);
                lines.addAll(summary().finish(own, digest, annotations));
            });
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
        return lines;
    }

    private BuildSummary summary() {
        return new BuildSummary(own.run(), journals, environment);
    }

    private static List<String> runs(List<PublishResult> published) {
        List<String> runs = new ArrayList<>();
        for (PublishResult each : published) {
            if (!each.progress().url().isEmpty()) {
                runs.add(each.progress().url());
            }
        }
        return runs;
    }

    private static List<String> remarks(List<PublishResult> published) {
        List<String> remarks = new ArrayList<>();
        if (published.isEmpty()) {
            remarks.add("The results wait on disk, as no service is set, or its settings are incomplete.");
        }
        for (PublishResult each : published) {
            if (!each.progress().completed()) {
                String trouble = each.trouble();
                remarks.add("Not everything is published to " + each.destination() + " yet"
                        + (trouble == null ? "." : ": " + trouble));
            }
            remarks.addAll(each.progress().refusals());
            remarks.addAll(each.remarks());
        }
        return remarks;
    }

    private SourceFiles sources() {
        Path module = Path.of("").toAbsolutePath();
        return new SourceFiles(module, checkout(module));
    }

    private Path checkout(Path module) {
        for (String variable : ROOTS) {
            Path root = Path.of(environment.getOrDefault(variable, ""))
                    .toAbsolutePath()
                    .normalize();
            if (!environment.getOrDefault(variable, "").isEmpty() && module.startsWith(root)) {
                return root;
            }
        }
        for (Path folder = module; folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve(".git"))) {
                return folder;
            }
        }
        return module;
    }
}
