package dev.attest.internal.summary;

import dev.attest.internal.config.setting.AnnotationLevel;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.RunFolder;
import dev.attest.internal.journal.RunFolder.PeerState;
import dev.attest.internal.journal.RunLease;
import dev.attest.internal.journal.event.RunFact;
import dev.attest.internal.json.MalformedJsonException;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * The summary of a build, which its JVMs write together: each leaves a {@link Digest}, and the last one to leave writes
 * the page and returns the lines for the log. A JVM that joins later, as that of the next module, writes it again with
 * everything before. Thread-safe, also among JVMs.
 */
public final class BuildSummary {

    /** Its place in the folder of the journals. */
    public static final String FILE = "attest-summary.md";

    private static final GuardedLogger LOG = GuardedLogger.of(BuildSummary.class);

    /** Name of the lease. */
    private static final String LEASE = "summary";

    /** Others hold the lease for some milliseconds. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private static final Duration GLANCE = Duration.ofMillis(5);

    private final RunFolder run;
    private final Path file;
    private final Map<String, String> environment;

    /**
     * @param journals folder of the journals
     * @param environment variables of the process
     */
    public BuildSummary(RunFolder run, Path journals, Map<String, String> environment) {
        this.run = run;
        this.file = journals.resolve(FILE);
        this.environment = environment;
    }

    /** Returns whether another JVM has left something. A JVM without a test takes part only then. */
    public boolean isBegun() {
        return run.hasFacts(LEASE);
    }

    /** Leaves what a JVM did that is dead, and whose journal is about to be deleted or waits. */
    public void leave(Journal dead, Digest digest) throws InterruptedException, IOException {
        try (RunLease lease = acquire()) {
            add(lease, dead, digest);
        }
    }

    /**
     * Leaves what this JVM did, and writes the page if no other JVM is left.
     *
     * @param annotations what failures become in the log of the build
     * @return lines for the log; none if another JVM writes the page
     */
    public List<String> finish(Journal own, Digest digest, AnnotationLevel annotations)
            throws InterruptedException, IOException {
        try (RunLease lease = acquire()) {
            add(lease, own, digest);
            Map<String, Digest> digests = digests(lease.facts(), member(own), digest);
            PeerState others = others(digests.keySet());
            if (others == PeerState.ALIVE) {
                return List.of();
            }
            Summary summary = Summary.of(digests.values());
            int missing = others == PeerState.DEAD ? run.membersBesides(digests.keySet()) : 0;
            write(SummaryPage.of(summary, SourceLinks.of(environment), missing), member(own));
            return lines(summary, annotations);
        }
    }

    private PeerState others(Set<String> known) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        PeerState others = run.othersThan(known);
        while (others == PeerState.UNKNOWN && System.nanoTime() - end < 0) {
            Thread.sleep(GLANCE.toMillis());
            others = run.othersThan(known);
        }
        return others;
    }

    private List<String> lines(Summary summary, AnnotationLevel annotations) {
        LogCommands commands = LogCommands.of(environment);
        List<String> lines = new ArrayList<>();
        if (annotations != AnnotationLevel.OFF) {
            lines.addAll(Annotations.of(
                    commands, annotations == AnnotationLevel.ERROR, summary, line -> run.claimNotice(notice(line))));
        }
        String upload = commands.upload(file.toString());
        if (!upload.isEmpty()) {
            lines.add(upload);
        }
        return lines;
    }

    /** The modules of a build end one after the other, and each has a last JVM. */
    private static String notice(String line) {
        return "annotation-" + UUID.nameUUIDFromBytes(line.getBytes(StandardCharsets.UTF_8));
    }

    /** Writes what can be written: the log tells of the failures in any case. */
    private void write(String page, String member) {
        try {
            writeFile(page, member);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The summary of the build cannot be written to " + file + ": " + e);
        }
        try {
            String name = run.path().getFileName().toString();
            StepSummary.write(environment.get("GITHUB_STEP_SUMMARY"), name, page);
        } catch (IOException e) {
            LOG.log(Level.WARNING, "The summary of the build cannot be added to GITHUB_STEP_SUMMARY: " + e);
        }
    }

    /** No other JVM has the name of this one, so that no random one is needed. */
    private void writeFile(String page, String member) throws IOException {
        Path written = file.resolveSibling(FILE + "." + member);
        try {
            Files.writeString(written, page, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(written);
        }
    }

    private void add(RunLease lease, Journal journal, Digest digest) {
        lease.append(new RunFact.Summarized(member(journal), run.reopenable(), digest.text()));
    }

    private static String member(Journal journal) {
        return journal.folder().getFileName().toString();
    }

    /** Reads what the JVMs have left. What this one left is known, and most builds have no other. */
    private static Map<String, Digest> digests(List<RunFact> facts, String self, Digest own) {
        Map<String, Digest> digests = new LinkedHashMap<>();
        for (RunFact fact : facts) {
            if (fact instanceof RunFact.Summarized summarized) {
                if (summarized.member().equals(self)) {
                    digests.put(self, own);
                    continue;
                }
                try {
                    digests.put(summarized.member(), Digest.of(summarized.digest()));
                } catch (MalformedJsonException e) {
                    LOG.log(Level.DEBUG, () -> "not in the summary: " + summarized.member(), e);
                }
            }
        }
        return digests;
    }

    private RunLease acquire() throws InterruptedException, IOException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() - end < 0) {
            Optional<RunLease> lease = run.tryAcquireLease(LEASE);
            if (lease.isPresent()) {
                return lease.get();
            }
            Thread.sleep(GLANCE.toMillis());
        }
        throw new IOException("another JVM of the build has written it for more than " + PATIENCE.toSeconds() + " s");
    }
}
