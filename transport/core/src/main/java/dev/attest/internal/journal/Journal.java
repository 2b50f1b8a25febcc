package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.Event;
import dev.attest.internal.journal.event.EventFormat;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/**
 * The events of one JVM, on disk: the only queue between tests and services. Thread-safe.
 *
 * <p>An appended event survives the death of the JVM at any instruction. {@link #force} makes it survive a power cut.
 * If {@link #force} runs each second, a power cut costs one second of events at most.
 *
 * <pre>
 * build-4711/                        the run
 *   2096-5f3a9c1e/                   one JVM: its process id and random digits
 *     lock                           locked while the JVM lives; names the owner, as drawn in LockOwner
 *     events.journal                 one line per event, as drawn in Frame; the first line is drawn in FormatVersion
 *     azure.acks                     acknowledgements of one destination, in the same format
 *     blobs/                         attachments, as drawn in Blobs
 *     output/                        console output of running tests that does not fit into memory
 *   2096-5f3a9c1e.damaged/           copies of unreadable lines, if there are any, as drawn in Quarantine
 * </pre>
 */
public final class Journal implements Closeable {

    static final String EVENTS = "events.journal";

    private final LineCodec<Event> codec = new LineCodec<>(new EventFormat());
    private final Disk disk;
    private final JournalFolder folder;
    private final RunFolder run;
    private final boolean adopted;
    private final Quarantine quarantine;
    private final LineFile events;
    private final Blobs blobs;
    private final AckLogs acks;
    private final Path temporary;
    private volatile boolean redelivered;

    /** Value of {@link System#nanoTime} since which no earlier delivery sends requests. */
    private volatile long deliveryEnded = System.nanoTime();

    /**
     * Creates a journal in memory, for a JVM that cannot write to any disk. It does not share its run, and it ends with
     * the JVM. It takes a quarter of the heap, 64 MiB at most: some ten thousand results, fewer with attachments.
     */
    public static Journal inMemory() throws IOException {
        Path run = Path.of("memory").toAbsolutePath();
        Path folder = run.resolve("only");
        Journals journals = new Journals(run);
        Disk memory = MemoryDisk.forResults(journals.memory());
        memory.createFolder(folder);
        RunFolder alone = new RunFolder(journals, memory, run, false);
        return new Journal(memory, folder, alone, () -> {}, false);
    }

    /** Opens a folder that exists and that the caller has locked. Closing the journal releases the lock. */
    Journal(Disk disk, Path path, RunFolder run, Closeable lock, boolean adopted) throws IOException {
        this.disk = disk;
        this.folder = new JournalFolder(disk, path, run.path(), lock);
        this.run = run;
        this.adopted = adopted;
        this.quarantine = new Quarantine(disk, path);
        this.blobs = new Blobs(disk, path.resolve(Blobs.FOLDER), run.memory());
        this.acks = new AckLogs(disk, folder, adopted, quarantine, run.memory());
        this.temporary = temporaryFolder(path);
        // Stays the last step that can fail: nobody closes this file if a later one does.
        this.events = LineFile.open(disk, path.resolve(EVENTS), quarantine, run.memory());
        if (events.isEmpty()) {
            events.append(FormatVersion.CURRENT.line()); // never throws: memory has room for one line
        }
    }

    /**
     * Appends an event: one write to the page cache, which does not wait for the disk. If the disk rejects the event,
     * for example because it is full, the event stays in memory. Readers find it there, and it is written as soon as
     * there is room. The death of the JVM loses it.
     *
     * @throws IOException if memory has no room either; it has room for some ten thousand results
     */
    public void append(Event event) throws IOException {
        events.append(codec.encode(event));
    }

    /**
     * Appends an event together with the next one, in one write, or by {@link #writeHeld()}. Until then no reader finds
     * it, and the death of the JVM loses it.
     *
     * @throws IOException as {@link #append} does
     */
    public void hold(Event event) throws IOException {
        events.hold(codec.encode(event));
    }

    /** Appends the event that is held, if there is one. */
    public void writeHeld() throws IOException {
        events.writeHeld();
    }

    /**
     * Keeps the bytes of an attachment. Call this before appending the event that refers to them. Reads the stream to
     * its end and leaves it open. Equal contents are kept once.
     *
     * <p>What the disk does not take stays in memory, within a {@linkplain MemoryBudget budget}, until the disk takes
     * it.
     *
     * @throws IOException if the bytes are not kept
     */
    public StoredBlob store(InputStream content) throws IOException {
        return blobs.store(content);
    }

    /**
     * Returns bytes that {@link #store} kept. If another JVM kept them, the first call reads all of them and checks
     * that they are undamaged.
     *
     * @throws IOException if they are missing or damaged, which only a power cut or another program can cause
     */
    public Content blob(String sha256) throws IOException {
        return blobs.content(sha256);
    }

    /** Tells it that a reader follows while events are appended: it then gets most of them as they were appended. */
    public void follow() {
        codec.remember();
    }

    /** Returns the number of bytes of all events that the disk has taken so far. Costs next to nothing. */
    public long appended() {
        return events.committed();
    }

    /** Returns a new reader, positioned before the first event. {@link #damage()} reports the lines that it skips. */
    public LineReader<Event> reader() {
        return reader(0);
    }

    /** Returns a new reader, positioned at the {@linkplain LineReader#position() position} of another reader. */
    public LineReader<Event> reader(long position) {
        return events.reader(codec, position);
    }

    /**
     * Returns the acknowledgements of a destination, the same object at each call. The first call opens the file and
     * waits for the disk.
     *
     * @param destination its name: lower-case letters, digits, hyphens
     */
    public synchronized AckLog acks(String destination) throws IOException {
        return acks.of(destination);
    }

    /** Returns the names of the destinations that have acknowledgements here, from this JVM or an earlier owner. */
    public synchronized Set<String> ackedDestinations() throws IOException {
        return acks.destinations();
    }

    /**
     * Waits until everything that was appended and stored before the call survives a power cut. Does not block appends.
     * Meant for a background thread, once a second. Costs next to nothing if there is nothing new.
     */
    public void force() throws IOException {
        try {
            restoreDeleted();
        } finally {
            forceFiles();
        }
        folder.forceNamesOnce();
    }

    private void forceFiles() throws IOException {
        try {
            blobs.force();
        } finally {
            events.force();
            acks.force();
        }
    }

    /**
     * Makes the folder again if somebody deleted it, as {@code mvn clean} does. POSIX keeps the files that are open.
     * The events come last: until then, a JVM that finds the folder finds nothing to deliver.
     */
    private synchronized void restoreDeleted() throws IOException {
        boolean complete =
                folder.isLockFileThere() && disk.exists(events.file()) && acks.areOnDisk() && blobs.areOnDisk();
        if (events.isClosed() || !isDurable() || complete || !folder.restore()) {
            return;
        }
        blobs.restore();
        acks.restore();
        events.restore(disk);
    }

    /**
     * Returns how many events and files the disk has rejected so far. They are lost with this JVM unless they are
     * delivered.
     */
    public int unwritten() {
        return events.unwritten() + blobs.unwritten();
    }

    /** Returns the memory for what the disk does not take. */
    public MemoryBudget memory() {
        return run.memory();
    }

    /** Returns a message for each damaged or unknown line that was found so far and set aside. */
    public List<String> damage() {
        return quarantine.found();
    }

    /** Returns whether events are unreadable although their JVM had written them whole. */
    public boolean isDamaged() {
        return quarantine.isDamaged(events.file());
    }

    /** Returns whether another JVM, or an earlier owner in this JVM, wrote the journal. */
    public boolean adopted() {
        return adopted;
    }

    /**
     * Records that the last owner was gone before this JVM opened the journal.
     *
     * @param since value of {@link System#nanoTime}
     */
    void leftSince(long since) {
        deliveryEnded = since;
    }

    /** Records that a delivery of this JVM broke off, and that the next one continues from the acknowledgements. */
    public void redeliver() {
        deliveryEnded = System.nanoTime();
        redelivered = true;
    }

    /** Returns whether the service may have what has no acknowledgement, because an earlier delivery broke off. */
    public boolean isPossiblyApplied() {
        return adopted || redelivered;
    }

    /**
     * Returns how long ago the earlier delivery ended, at least. The service may still process its last requests, which
     * nobody waits for.
     */
    public Duration sinceEarlierDelivery() {
        return Duration.ofNanos(System.nanoTime() - deliveryEnded);
    }

    public RunFolder run() {
        return run;
    }

    /**
     * Returns the folder for temporary files of this JVM. The one who needs it creates it, for this user only. The
     * journal deletes it. Outside the journal, nobody can guess its name.
     */
    public Path temporaryFolder() {
        return temporary;
    }

    private Path temporaryFolder(Path journal) {
        return isDurable()
                ? journal.resolve(JournalFolder.OUTPUT)
                : Path.of(System.getProperty("java.io.tmpdir", ""), "attest-" + random());
    }

    private static String random() {
        return HexFormat.of().toHexDigits(new SecureRandom().nextLong());
    }

    /** Returns whether the journal outlives the JVM. */
    public boolean isDurable() {
        return !(disk instanceof MemoryDisk);
    }

    public Path folder() {
        return folder.path();
    }

    /** Returns the folder that {@link #setAside} leaves. */
    public Path asideFolder() {
        return folder.asidePath();
    }

    /**
     * Deletes the journal after its delivery and releases its lock. Copies of damaged lines stay beside it. If the JVM
     * dies in between, the rest holds no events, so that no event is delivered twice.
     *
     * @throws IOException also if the journal is closed: another JVM may hold it by then
     */
    public synchronized void delete() throws IOException {
        if (events.isClosed()) {
            throw new IOException(folder() + " is closed: another JVM may hold it, and only its holder deletes it");
        }
        try (folder) {
            closeFiles();
            folder.delete(events.file());
        }
        folder.deleteEmpty();
        run.deleteIfEnded();
    }

    /**
     * Closes the journal and renames its folder to {@code <jvm id>.refused}, so that no JVM adopts it. A person has to
     * look at what a service refused.
     */
    public synchronized void setAside() throws IOException {
        close();
        folder.setAside();
    }

    /** Forces everything, releases the lock and keeps the files, for the JVM that adopts them. Idempotent. */
    @Override
    public synchronized void close() throws IOException {
        if (events.isClosed()) {
            return;
        }
        try (folder) {
            force();
        } finally {
            closeFiles();
        }
    }

    private void closeFiles() throws IOException {
        events.close();
        acks.close();
        blobs.close();
        if (!isDurable()) {
            new LocalDisk().deleteWithFiles(temporary);
        }
    }
}
