package dev.attest.journal;

import dev.attest.model.Content;
import dev.attest.model.Event;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * What one JVM reported, on disk: the only queue between tests and services. Thread-safe.
 *
 * <p>What was appended survives the death of the JVM at any instruction. {@link #force} makes it survive a power cut; who
 * calls it each second loses the last second at most, and only to a power cut.
 *
 * <pre>
 * build-4711/                        the run
 *   2096-5f3a9c1e/                   one JVM: its process id, and random digits
 *     lock                           locked as long as the JVM lives; says whose it is
 *     events.journal                 a line per event, as drawn in Frame; the first as drawn in Format
 *     azure.receipts                 the same, of what a destination acknowledged
 *     blobs/                         attachments, as drawn in Blobs
 *   2096-5f3a9c1e.damaged/           what could not be read, if anything, as drawn in Damage
 * </pre>
 */
public final class Journal implements Closeable {

    /** Name of the file with the events. */
    static final String EVENTS = "events.journal";

    /** What the names of files with receipts end with. */
    static final String RECEIPTS = ".receipts";

    private static final Logger LOG = System.getLogger(Journal.class.getName());
    private static final Kinds<Event> KINDS = new Kinds<>(Event.class);
    private static final long MOST_MEMORY = 64L * 1024 * 1024;
    private static final Pattern DESTINATION = Pattern.compile("[a-z0-9][a-z0-9-]*");

    private final Disk disk;
    private final Path folder;
    private final RunFolder run;
    private final Closeable lock;
    private final boolean adopted;
    private final Damage damage;
    private final LineFile events;
    private final Blobs blobs;
    private final Map<String, ReceiptLog> receipts = new ConcurrentHashMap<>();
    private volatile boolean namesForced;

    /**
     * Makes a journal that is kept in memory, for a JVM that may write nowhere: it shares its run with nobody, and ends with
     * the JVM. It holds some ten thousand results, or fewer with attachments: a quarter of the heap and 64 MiB at most.
     */
    public static Journal inMemory() throws IOException {
        Path run = Path.of("memory").toAbsolutePath();
        Path folder = run.resolve("only");
        Disk memory = memory();
        memory.createFolder(folder);
        RunFolder alone = new RunFolder(new Journals(run), memory, run, "", false);
        return open(memory, folder, alone, () -> {}, false);
    }

    private static Disk memory() {
        return new MemoryDisk(Math.min(MOST_MEMORY, Runtime.getRuntime().maxMemory() / 4));
    }

    /** Opens a folder that exists and that the caller has locked; closing the journal releases the lock. */
    static Journal open(Disk disk, Path folder, RunFolder run, Closeable lock, boolean adopted) throws IOException {
        Damage damage = new Damage(disk, folder);
        LineFile events = LineFile.open(disk, folder.resolve(EVENTS), damage);
        try {
            if (events.isEmpty()) {
                events.append(Format.CURRENT.line());
            }
            return new Journal(disk, folder, run, lock, adopted, damage, events);
        } catch (IOException e) {
            events.close();
            throw e;
        }
    }

    private Journal(
            Disk disk, Path folder, RunFolder run, Closeable lock, boolean adopted, Damage damage, LineFile events)
            throws IOException {
        this.disk = disk;
        this.folder = folder;
        this.run = run;
        this.lock = lock;
        this.adopted = adopted;
        this.damage = damage;
        this.events = events;
        this.blobs = new Blobs(disk, folder.resolve(Blobs.FOLDER));
    }

    /**
     * Appends an event: one write to the page cache, no waiting for a disk. What the disk does not take, as a full one, is
     * kept in memory, read from there, and written as soon as there is room; the death of the JVM costs it.
     *
     * @throws IOException if there is no room in memory either, which is for some ten thousand results
     */
    public void append(Event event) throws IOException {
        events.append(KINDS.encode(event));
    }

    /**
     * Keeps bytes, before the event that speaks of them is appended. Reads the stream to its end and leaves it open. The
     * same content is kept once.
     *
     * @throws IOException if they are not kept
     */
    public Stored store(InputStream content) throws IOException {
        return blobs.store(content);
    }

    /**
     * Returns bytes that {@link #store} kept. The first time after the death of the JVM that kept them, reads them all to
     * see that they are undamaged.
     *
     * @throws IOException if they are gone or damaged, which only a power cut or another program can do
     */
    public Content blob(String sha256) throws IOException {
        return blobs.content(sha256);
    }

    /** Returns a new reader, which stands before the first event. */
    public JournalReader reader() {
        return reader(0);
    }

    /** Returns a new reader, which stands where another one {@linkplain JournalReader#position() stood}. */
    public JournalReader reader(long position) {
        return new JournalReader(events.reader(KINDS, damage, position));
    }

    /**
     * Returns what a destination acknowledged, the same object at each call. Opens its file at the first call, and waits
     * for the disk then.
     *
     * @param destination its name: lower-case letters, digits, hyphens
     */
    public synchronized ReceiptLog receipts(String destination) throws IOException {
        ReceiptLog known = receipts.get(destination);
        if (known != null) {
            return known;
        }
        if (!DESTINATION.matcher(destination).matches()) {
            throw new IllegalArgumentException("not the name of a destination: '" + destination + "'");
        }
        LineFile lines = receiptLines(folder.resolve(destination + RECEIPTS));
        try {
            ReceiptLog log = new ReceiptLog(lines, damage);
            receipts.put(destination, log);
            return log;
        } catch (IOException e) {
            lines.close();
            throw e;
        }
    }

    /** Returns the names of the destinations that have receipts here, from an earlier owner or from this one. */
    public synchronized Set<String> acknowledging() throws IOException {
        Set<String> names = new TreeSet<>(receipts.keySet());
        for (Path file : disk.list(folder)) {
            String name = file.getFileName().toString();
            if (name.endsWith(RECEIPTS)) {
                names.add(name.substring(0, name.length() - RECEIPTS.length()));
            }
        }
        return names;
    }

    /**
     * Where the disk takes none, the receipts of a JVM's own journal are kept in memory: whoever adopts the journal looks
     * for everything anyway. What another JVM has written must be read.
     */
    private LineFile receiptLines(Path file) throws IOException {
        try {
            LineFile lines = LineFile.open(disk, file, damage);
            try {
                forceNames();
                return lines;
            } catch (IOException e) {
                lines.close();
                throw e;
            }
        } catch (IOException e) {
            if (adopted) {
                throw e;
            }
            LOG.log(Level.DEBUG, () -> "only in memory: " + file, e);
            return LineFile.open(memory(), file, damage);
        }
    }

    /**
     * Waits until all that was appended and stored before the call would survive a power cut. Does not hold up appends.
     * Meant for a background thread, once a second; costs next to nothing when there is nothing new.
     */
    public void force() throws IOException {
        blobs.force();
        events.force();
        for (ReceiptLog log : receipts.values()) {
            log.force();
        }
        if (!namesForced) {
            forceNames();
        }
    }

    /** Returns how many events the disk did not take so far: they are lost with this JVM unless they are delivered. */
    public int unwritten() {
        return events.unwritten();
    }

    /** Returns, in words for people, what was found damaged or unknown so far and was set aside. */
    public List<String> damage() {
        return damage.found();
    }

    /** Returns whether another JVM, or an earlier owner in this one, wrote it. */
    public boolean adopted() {
        return adopted;
    }

    /** Returns the run that its JVM takes part in. */
    public RunFolder run() {
        return run;
    }

    /** Returns where what goes with it may be written while the JVM lives. */
    public Path scratch() {
        return disk instanceof MemoryDisk
                ? Path.of(
                        System.getProperty("java.io.tmpdir", ""),
                        "attest-" + ProcessHandle.current().pid())
                : folder.resolve("output");
    }

    /** Returns whether it outlives the JVM. */
    public boolean isDurable() {
        return !(disk instanceof MemoryDisk);
    }

    /** Returns the folder that holds it. */
    public Path folder() {
        return folder;
    }

    /**
     * Removes the journal, now that all of it is settled, and releases its lock. What was damaged stays beside it. If the
     * JVM dies meanwhile, what is left holds no events, and no event is delivered twice.
     *
     * @throws IOException also if it was closed before: it may be in other hands by then
     */
    public synchronized void delete() throws IOException {
        if (events.isClosed()) {
            throw new IOException(folder + " was closed: it may be in other hands, and only its holder deletes it");
        }
        Path lockFile = folder.resolve(JournalLock.FILE);
        try (lock) {
            closeFiles();
            disk.delete(events.file());
            disk.forceFolder(folder);
            for (Path entry : disk.list(folder)) {
                if (!entry.equals(lockFile)) {
                    deleteTree(entry);
                }
            }
            deleteIfPossible(lockFile, folder); // not on Windows, as long as it is locked
        }
        deleteIfPossible(lockFile, folder);
        run.removeIfOver();
    }

    /**
     * Closes the journal and moves its folder to {@code <jvm id>.refused}, where nobody takes it for one that waits: what is
     * left of it is for a person to look at.
     */
    public synchronized void setAside() throws IOException {
        close();
        disk.rename(folder, folder.resolveSibling(folder.getFileName() + ".refused"));
    }

    /** Forces what is not forced yet, releases the lock and keeps the files, for whoever adopts them. Repeatable. */
    @Override
    public synchronized void close() throws IOException {
        if (events.isClosed()) {
            return;
        }
        try (lock) {
            force();
        } finally {
            closeFiles();
        }
    }

    private void closeFiles() throws IOException {
        events.close();
        for (ReceiptLog log : receipts.values()) {
            log.close();
        }
    }

    /** The names of the files and of the folders above them, up to the one that all runs share. */
    private void forceNames() throws IOException {
        disk.forceFolder(folder);
        disk.forceFolder(run.path());
        disk.forceFolder(Objects.requireNonNull(run.path().getParent()));
        namesForced = true;
    }

    private void deleteTree(Path path) throws IOException {
        for (Path entry : disk.isFolder(path) ? disk.list(path) : List.<Path>of()) {
            deleteTree(entry);
        }
        disk.delete(path);
    }

    /** Empty folders harm nobody, and another JVM may just have joined the run. */
    private void deleteIfPossible(Path... paths) {
        for (Path path : paths) {
            try {
                if (!disk.isFolder(path) || disk.list(path).isEmpty()) {
                    disk.delete(path);
                }
            } catch (IOException e) {
                LOG.log(Level.DEBUG, () -> "left in place: " + path, e);
            }
        }
    }
}
