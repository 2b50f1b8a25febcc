package dev.attest.internal.journal;

import dev.attest.internal.guard.MemoryBudget;
import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Files in the heap, for what the disk does not take. Thread-safe. A file can only grow or be emptied: no other JVM
 * repairs it.
 */
final class MemoryDisk implements Disk {

    private final MemoryBudget memory;
    private final boolean results;
    private final TreeMap<Path, Node> nodes = new TreeMap<>();

    private MemoryDisk(MemoryBudget memory, boolean results) {
        this.memory = memory;
        this.results = results;
    }

    static MemoryDisk forResults(MemoryBudget memory) {
        return new MemoryDisk(memory, true);
    }

    static MemoryDisk forFiles(MemoryBudget memory) {
        return new MemoryDisk(memory, false);
    }

    private boolean take(long bytes) {
        return results ? memory.takeForResults(bytes) : memory.takeForFiles(bytes);
    }

    @Override
    public synchronized void createFolder(Path folder) {
        nodes.putIfAbsent(folder, new Node(true));
    }

    @Override
    public synchronized Handle open(Path file) {
        Node node = nodes.get(file);
        if (node == null) {
            node = new Node(false);
            nodes.put(file, node);
        }
        return node;
    }

    @Override
    public synchronized boolean createNew(Path file) {
        return nodes.putIfAbsent(file, new Node(false)) == null;
    }

    @Override
    public synchronized Handle read(Path file) throws IOException {
        Node node = nodes.get(file);
        if (node == null) {
            throw new FileNotFoundException(file.toString());
        }
        return node;
    }

    @Override
    public synchronized boolean exists(Path path) {
        return nodes.containsKey(path);
    }

    @Override
    public Instant lastModified(Path file) {
        return Instant.now();
    }

    @Override
    public synchronized boolean isFolder(Path path) {
        Node node = nodes.get(path);
        return node != null && node.folder;
    }

    @Override
    public synchronized List<Path> list(Path folder) {
        List<Path> entries = new ArrayList<>();
        for (Path path : nodes.keySet()) {
            if (folder.equals(path.getParent())) {
                entries.add(path);
            }
        }
        return List.copyOf(entries);
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        Node node = nodes.remove(from);
        if (node == null) {
            throw new NoSuchFileException(from.toString());
        }
        nodes.put(to, node);
    }

    @Override
    public synchronized void delete(Path path) {
        Node node = nodes.remove(path);
        if (node != null) {
            memory.release(node.size());
        }
    }

    @Override
    public void forceFolder(Path folder) {
        // nothing here outlives the process
    }

    @Override
    public Closeable tryLock(Path folder) {
        return () -> {};
    }

    /** A file, which is its own handle, or a folder. */
    private final class Node implements Handle {

        private final boolean folder;
        private byte[] bytes = {};
        private int size;

        Node(boolean folder) {
            this.folder = folder;
        }

        @Override
        public long size() {
            synchronized (MemoryDisk.this) {
                return size;
            }
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            synchronized (MemoryDisk.this) {
                int read = (int) Math.min(length, size - position);
                if (read <= 0) {
                    return -1;
                }
                System.arraycopy(bytes, (int) position, into, offset, read);
                return read;
            }
        }

        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            synchronized (MemoryDisk.this) {
                if (position != size) {
                    throw new IOException("not at the end of the file: " + position);
                }
                if (!take(length)) {
                    throw new IOException(
                            "the memory for what the disk does not take is used up, " + memory.capacity() + " bytes");
                }
                if (size + length > bytes.length) {
                    bytes = grown(length);
                }
                System.arraycopy(from, offset, bytes, size, length);
                size += length;
            }
        }

        private byte[] grown(int length) {
            try {
                return Arrays.copyOf(bytes, Math.max(size + length, size + size / 2));
            } catch (OutOfMemoryError e) {
                memory.release(length);
                throw e;
            }
        }

        @Override
        public void truncate(long wanted) throws IOException {
            synchronized (MemoryDisk.this) {
                if (wanted != 0 && wanted != size) {
                    throw new IOException("files in memory are not cut to " + wanted + " bytes");
                }
                if (wanted == 0) {
                    memory.release(size);
                    size = 0;
                }
            }
        }

        @Override
        public void force() {
            // nothing here outlives the process
        }

        @Override
        public void close() {
            // nothing to release
        }
    }
}
