package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file of lines. One process appends to it and reads it at the same time. Thread-safe.
 *
 * <p>While the disk rejects writes, new lines stay in memory. Readers find them as if they were written. As soon as the
 * disk takes them, they are written at the positions at which readers found them.
 */
final class LineFile implements Closeable, LineScanner.Source {

    private static final int CHUNK = 64 * 1024;

    private final Path file;
    private volatile Disk.Handle out;
    private volatile Disk.Handle in;
    private final Quarantine quarantine;
    private final Object forcing = new Object();
    private final Object reading = new Object();
    private final UnwrittenLines unwritten;

    /** End of the last whole line. The rest of a failed append may follow. */
    private volatile long committed;

    private long forced;
    private volatile byte @Nullable [] held;
    private boolean halfLine;
    private volatile boolean closed;

    /**
     * Opens a file whose writer may have died. Cuts off a torn tail, and sets aside damaged lines before it.
     *
     * @param memory for lines that the disk does not take
     * @throws IOException also if a newer version wrote the file: then it is not changed
     */
    static LineFile open(Disk disk, Path file, Quarantine quarantine, MemoryBudget memory) throws IOException {
        Disk.Handle out = disk.open(file);
        try {
            Disk.Handle in = disk.read(file);
            try {
                return new LineFile(file, out, in, quarantine, memory, recover(file, out, in, quarantine));
            } catch (Throwable e) {
                in.close();
                throw e;
            }
        } catch (Throwable e) {
            out.close();
            throw e;
        }
    }

    private LineFile(
            Path file, Disk.Handle out, Disk.Handle in, Quarantine quarantine, MemoryBudget memory, long committed) {
        this.file = file;
        this.out = out;
        this.in = in;
        this.quarantine = quarantine;
        this.unwritten = new UnwrittenLines(memory);
        this.committed = committed;
    }

    /**
     * Returns the length of the file, which ends with a whole line then. Bytes are copied and forced before the cut.
     */
    private static long recover(Path file, Disk.Handle out, Disk.Handle in, Quarantine quarantine) throws IOException {
        long size = out.size();
        if (size == 0) {
            return 0;
        }
        long intactEnd = 0;
        List<LineRange> damaged = new ArrayList<>();
        LineScanner ranges = new LineScanner(in, 0);
        for (LineRange range = ranges.next(); range != null; range = ranges.next()) {
            if (!range.intact()) {
                damaged.add(range);
                continue;
            }
            boolean isFirstIntact = intactEnd == 0;
            if (isFirstIntact) {
                FormatVersion.check(range, file);
            }
            intactEnd = range.to();
        }
        for (LineRange range : damaged) {
            if (range.from() < intactEnd) {
                quarantine.setAside(file, range.from(), range.to());
            }
        }
        if (intactEnd < size) {
            LineRange last = damaged.isEmpty() ? null : damaged.get(damaged.size() - 1);
            boolean hasLines = last != null && last.from() >= intactEnd;
            quarantine.setTornAside(file, intactEnd, size, hasLines);
            out.truncate(intactEnd);
            out.force();
        }
        return intactEnd;
    }

    Path file() {
        return file;
    }

    synchronized boolean isEmpty() {
        return committed == 0 && unwritten.isEmpty();
    }

    /** Returns how many lines the disk has rejected so far. */
    synchronized int unwritten() {
        return unwritten.lines();
    }

    /** Returns the end of the last line that the disk has taken. */
    long committed() {
        return committed;
    }

    boolean isClosed() {
        return closed;
    }

    /**
     * Appends a line with its line feed, behind lines that are {@linkplain #hold held}.
     *
     * @throws IOException if neither the disk nor memory has room; the line is not part of the file then
     */
    synchronized void append(byte[] line) throws IOException {
        requireLength(line);
        ensureOpen();
        byte[] before = held;
        if (before == null) {
            appendAtOnce(line);
            return;
        }
        byte[] both = Arrays.copyOf(before, before.length + line.length);
        System.arraycopy(line, 0, both, before.length, line.length);
        try {
            writeUnwritten();
            write(both);
            held = null;
        } catch (IOException e) {
            held = null;
            try {
                appendAtOnce(before);
            } finally {
                appendAtOnce(line);
            }
        }
    }

    /**
     * Keeps a line in memory until the next one is appended, or until {@link #writeHeld()}: then both are one write.
     * While the disk rejects lines, this appends it.
     *
     * @throws IOException as {@link #append} does
     */
    synchronized void hold(byte[] line) throws IOException {
        requireLength(line);
        ensureOpen();
        writeHeld();
        if (unwritten.isEmpty()) {
            held = line;
        } else {
            appendAtOnce(line);
        }
    }

    /** Appends the line that is held. Costs next to nothing if there is none. */
    void writeHeld() throws IOException {
        if (held != null) {
            synchronized (this) {
                byte[] line = held;
                if (line != null) {
                    ensureOpen();
                    appendHeld(line);
                }
            }
        }
    }

    /** A lack of memory leaves the line held, for the next try. */
    private void appendHeld(byte[] line) throws IOException {
        try {
            appendAtOnce(line);
        } catch (IOException e) {
            held = null;
            throw e;
        }
        held = null;
    }

    private void requireLength(byte[] line) throws IOException {
        if (line.length > Frame.LONGEST) {
            throw new IOException("cannot append to " + file + ": the line has " + line.length
                    + " bytes, more than the " + Frame.LONGEST + " that a journal takes");
        }
    }

    private synchronized void appendAtOnce(byte[] line) throws IOException {
        try {
            writeUnwritten();
            write(line);
        } catch (IOException e) {
            unwritten.add(line, new IOException("cannot append to " + file + ": " + e.getMessage(), e));
        }
    }

    private synchronized void write(byte[] line) throws IOException {
        removeHalfLine();
        halfLine = true;
        try {
            out.write(committed, line, 0, line.length);
        } catch (IOException e) {
            tryToRemoveHalfLine(e);
            throw e;
        }
        halfLine = false;
        committed += line.length;
    }

    private synchronized void writeUnwritten() throws IOException {
        while (!unwritten.isEmpty()) {
            write(unwritten.first());
            unwritten.removeFirst();
        }
    }

    /**
     * Waits until everything that was appended before the call survives a power cut. Does not block appends.
     *
     * @throws IOException also if the disk still rejects a line
     */
    void force() throws IOException {
        synchronized (forcing) {
            if (!closed) {
                writeHeld();
                writeUnwritten();
            }
            long target = committed;
            if (target != forced) {
                ensureOpen();
                out.force();
                forced = target;
            }
        }
    }

    /** Returns a reader of values that begins at a line. */
    <T> LineReader<T> reader(LineCodec<T> codec, long from) {
        return new LineReader<>(file, this, from, codec, quarantine);
    }

    @Override
    public synchronized void close() throws IOException {
        if (closed) {
            return;
        }
        try {
            writeHeld();
        } finally {
            closed = true;
            unwritten.clear();
            synchronized (reading) {
                in.close();
            }
            out.close();
        }
    }

    /** Makes the file again if it was deleted. The lines stay where readers found them. */
    void restore(Disk disk) throws IOException {
        if (closed || disk.exists(file)) {
            return;
        }
        Path partial = file.resolveSibling(file.getFileName() + ".tmp");
        Disk.Handle fresh = disk.open(partial);
        try {
            fresh.truncate(0);
            long copied = copy(fresh, 0, committed);
            synchronized (forcing) {
                replace(disk, partial, fresh, copied);
            }
        } catch (IOException e) {
            fresh.close();
            throw e;
        }
    }

    private synchronized void replace(Disk disk, Path partial, Disk.Handle fresh, long copied) throws IOException {
        copy(fresh, copied, committed);
        disk.rename(partial, file);
        Disk.Handle reader = disk.read(file);
        ensureOpen();
        synchronized (reading) {
            in.close();
            in = reader;
        }
        out.close();
        out = fresh;
        forced = 0;
        halfLine = false;
    }

    /** Copies the bytes between two positions, to the same positions. Returns the second one. */
    private long copy(Disk.Handle fresh, long from, long to) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (long at = from; at < to; ) {
            int read = read(at, chunk, 0, (int) Math.min(chunk.length, to - at));
            if (read <= 0) {
                throw new IOException(file + " cannot be read again");
            }
            fresh.write(at, chunk, 0, read);
            at += read;
        }
        return to;
    }

    /** Reads what was appended, written or not. */
    @Override
    public int read(long position, byte[] into, int offset, int length) throws IOException {
        long left = committed - position;
        if (left <= 0) {
            return readUnwritten(position, into, offset, length);
        }
        synchronized (reading) {
            ensureOpen();
            return in.read(position, into, offset, (int) Math.min(left, length));
        }
    }

    private synchronized int readUnwritten(long position, byte[] into, int offset, int length) throws IOException {
        return position < committed
                ? read(position, into, offset, length) // the line was written in between
                : unwritten.read((int) (position - committed), into, offset, length);
    }

    private void removeHalfLine() throws IOException {
        if (halfLine) {
            out.truncate(committed);
            halfLine = false;
        }
    }

    /** If this fails, the next append tries again, or the next JVM cuts off the torn tail. */
    private void tryToRemoveHalfLine(IOException cause) {
        try {
            removeHalfLine();
        } catch (IOException e) {
            cause.addSuppressed(e);
        }
    }

    private void ensureOpen() throws IOException {
        if (closed) {
            throw new IOException(file + " is closed");
        }
    }
}
