package dev.attest.internal.journal;

import dev.attest.internal.process.ProcessStart;
import java.io.IOException;
import java.lang.ProcessHandle.Info;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The owner of a lock, read from the text of the lock file. Trying the lock would take it for a moment from a JVM that
 * needs it.
 *
 * <pre>
 * pid 2096
 * start 1795253400120
 * host build-7
 * ticks 8372911 of boot 6f0c2d11-85d9-4b0c-9d0c-3a8f3f1f0a57
 * </pre>
 *
 * <p>The start is in milliseconds since 1970; earlier versions wrote it as 2026-11-21T09:30:00.120Z. Only Linux has the
 * last line, which decides if both processes have it: the start moves when the clock is set.
 *
 * @param fields the lines of that text, by their first word
 * @param here name of this host
 */
record LockOwner(Map<String, String> fields, String here) {

    /** Systems compute the start of a process from their uptime, and the result varies a little. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(5);

    private static final String UNKNOWN = "unknown";

    /** Returns the text that this process writes into its lock files. */
    static String currentProcess() {
        ProcessHandle self = ProcessHandle.current();
        // Without a text of the date: formatting one loads dozens of classes at each start.
        Optional<Instant> started = self.info().startInstant();
        String start = started.isPresent() ? String.valueOf(started.get().toEpochMilli()) : UNKNOWN;
        Optional<ProcessStart> counted = ProcessStart.of(self.pid());
        String ticks = counted.isPresent() ? "ticks " + counted.get() + "\n" : "";
        return "pid " + self.pid() + "\nstart " + start + "\nhost " + host() + "\n" + ticks;
    }

    /**
     * Reads the lock file of a journal. Does not open it if this JVM holds the lock: closing it would release the lock.
     */
    static LockOwner of(Path journal) throws IOException {
        return of(journal, host());
    }

    static LockOwner of(Path journal, String here) throws IOException {
        if (JournalLock.isHeldHere(journal)) {
            return new LockOwner(fields(currentProcess()), here);
        }
        Path file = journal.resolve(JournalLock.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return new LockOwner(Map.of(), here); // the adoption says what is wrong
        }
        try {
            return new LockOwner(fields(Files.readString(file, StandardCharsets.ISO_8859_1)), here);
        } catch (NoSuchFileException e) {
            return new LockOwner(Map.of(), here);
        }
    }

    /** Returns the id of the process; 0 if there is none. */
    long pid() {
        String pid = fields.getOrDefault("pid", "");
        return pid.matches("\\d{1,18}") ? Long.parseLong(pid) : 0;
    }

    /** Returns the name of the host, if it is another one; empty if it is this one or unknown. */
    String otherHost() {
        String host = fields.getOrDefault("host", UNKNOWN);
        return host.equals(here) || host.equals(UNKNOWN) || here.equals(UNKNOWN) ? "" : host;
    }

    /** Returns whether the process is of this host and runs. */
    boolean isAlive() {
        Optional<ProcessHandle> process = otherHost().isEmpty() ? ProcessHandle.of(pid()) : Optional.empty();
        return process.isPresent() && process.get().isAlive() && isOwner(process.get());
    }

    private boolean isOwner(ProcessHandle process) {
        String written = fields.get("ticks");
        Optional<ProcessStart> counted = ProcessStart.of(process.pid());
        if (written == null || counted.isEmpty()) {
            return sameStart(process.info());
        }
        return counted.get().toString().equals(written);
    }

    private boolean sameStart(Info process) {
        String written = fields.getOrDefault("start", UNKNOWN);
        Optional<Instant> start = process.startInstant();
        try {
            return start.isEmpty()
                    || Duration.between(instant(written), start.get()).abs().compareTo(CLOCKS_DIFFER) < 0;
        } catch (DateTimeParseException e) {
            return true; // an unknown or unreadable start counts as equal
        }
    }

    private static Instant instant(String written) {
        return written.matches("\\d{1,15}") ? Instant.ofEpochMilli(Long.parseLong(written)) : Instant.parse(written);
    }

    private static Map<String, String> fields(String text) {
        Map<String, String> fields = new HashMap<>();
        for (String line : text.split("\n", -1)) {
            int space = line.indexOf(' ');
            if (space >= 0) {
                fields.putIfAbsent(line.substring(0, space), line.substring(space + 1));
            }
        }
        return fields;
    }

    private static String host() {
        return System.getenv().getOrDefault("HOSTNAME", System.getenv().getOrDefault("COMPUTERNAME", UNKNOWN));
    }
}
