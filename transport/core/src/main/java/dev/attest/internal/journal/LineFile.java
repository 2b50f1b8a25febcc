package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A file of lines. One process appends to it and reads it at the same time. Thread-safe.
 *
 * <p>While the disk rejects writes, new lines stay in memory. Readers find them as if they were written. As soon as the
 * disk takes them, they are written at the positions at which readers found them.
 */
final class LineFile implements Closeable {

    private final Path file;
    private final Disk.Handle out;
    private final Disk.Handle in;
    private final Quarantine quarantine;
    private final Object forcing = new Object();
    private final UnwrittenLines unwritten = new UnwrittenLines();

    /** End of the last whole line. The rest of a failed append may follow. */
    private volatile long committed;

    private long forced;
    private boolean halfLine;
    private volatile boolean closed;

    /**
     * Opens a file whose writer may have died. Cuts off a torn tail, and sets aside damaged lines before it.
     *
     * @throws IOException also if a newer version wrote the file: then it is not changed
     */
    static LineFile open(Disk disk, Path file, Quarantine quarantine) throws IOException {
        Disk.Handle out = disk.open(file);
        try {
            Disk.Handle in = disk.read(file);
            try {
                return new LineFile(file, out, in, quarantine, recover(file, out, in, quarantine));
            } catch (IOException e) {
                in.close();
                throw e;
            }
        } catch (IOException e) {
            out.close();
            throw e;
        }
    }

    private LineFile(Path file, Disk.Handle out, Disk.Handle in, Quarantine quarantine, long committed) {
        this.file = file;
        this.out = out;
        this.in = in;
        this.quarantine = quarantine;
        this.committed = committed;
    }

    /**
     * Returns the length of the file, which ends with a whole line then. Bytes are copied and forced before the cut.
     */
    private static long recover(Path file, Disk.Handle out, Disk.Handle in, Quarantine quarantine) throws IOException {
        long size = out.size();
        long intactEnd = 0;
        List<LineRange> damaged = new ArrayList<>();
        LineScanner ranges = new LineScanner(
                (position, into, offset, length) ->
                        in.read(position, into, offset, (int) Math.min(length, size - position)),
                0);
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
            long end = intactEnd;
            boolean hasLines = damaged.stream().anyMatch(range -> range.from() >= end);
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

    boolean isClosed() {
        return closed;
    }

    /**
     * Appends a line with its line feed.
     *
     * @throws IOException if neither the disk nor memory has room; the line is not part of the file then
     */
    synchronized void append(byte[] line) throws IOException {
        if (line.length > Frame.LONGEST) {
            throw new IOException("cannot append to " + file + ": the line has " + line.length
                    + " bytes, more than the " + Frame.LONGEST + " that a journal takes");
        }
        ensureOpen();
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
        return new LineReader<>(file, this::readCommitted, from, codec, quarantine::note);
    }

    @Override
    public synchronized void close() throws IOException {
        if (!closed) {
            closed = true;
            synchronized (in) {
                in.close();
            }
            out.close();
        }
    }

    private int readCommitted(long position, byte[] into, int offset, int length) throws IOException {
        long left = committed - position;
        if (left <= 0) {
            return readUnwritten(position, into, offset, length);
        }
        synchronized (in) {
            ensureOpen();
            return in.read(position, into, offset, (int) Math.min(left, length));
        }
    }

    private synchronized int readUnwritten(long position, byte[] into, int offset, int length) throws IOException {
        return position < committed
                ? readCommitted(position, into, offset, length) // the line was written in between
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
