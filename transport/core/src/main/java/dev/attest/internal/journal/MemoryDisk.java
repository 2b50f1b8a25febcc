package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Files in the heap, for a JVM that cannot write to any disk. Takes a quarter of the heap, 64 MiB at most. Thread-safe.
 * A file can only grow or be emptied: no other JVM repairs it.
 */
final class MemoryDisk implements Disk {

    private static final long LARGEST = 64L * 1024 * 1024;

    private final long capacity = Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4);
    private final TreeMap<Path, Node> nodes = new TreeMap<>();
    private long used;

    @Override
    public synchronized void createFolder(Path folder) {
        nodes.putIfAbsent(folder, new Node(true));
    }

    @Override
    public synchronized Handle open(Path file) {
        return nodes.computeIfAbsent(file, any -> new Node(false));
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
        return nodes.keySet().stream()
                .filter(path -> folder.equals(path.getParent()))
                .toList();
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
        used -= node == null ? 0 : node.size();
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
                if (used + length > capacity) {
                    throw new IOException("the " + capacity + " bytes of memory for results are used up");
                }
                if (position != size) {
                    throw new IOException("not at the end of the file: " + position);
                }
                used += length;
                if (size + length > bytes.length) {
                    bytes = Arrays.copyOf(bytes, Math.max(size + length, 2 * size));
                }
                System.arraycopy(from, offset, bytes, size, length);
                size += length;
            }
        }

        @Override
        public void truncate(long wanted) throws IOException {
            synchronized (MemoryDisk.this) {
                if (wanted != 0 && wanted != size) {
                    throw new IOException("files in memory are not cut to " + wanted + " bytes");
                }
                if (wanted == 0) {
                    used -= size;
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
