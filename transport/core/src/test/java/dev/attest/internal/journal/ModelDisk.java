package dev.attest.internal.journal;

import java.io.Closeable;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A disk in memory whose power can fail: then of each file any end that was not forced is gone or zeros, and of the
 * names that were made, changed or removed since the last force, the latest may be as before. Writes can be made to
 * fail.
 */
final class ModelDisk implements Disk {

    private final TreeMap<Path, Node> names = new TreeMap<>();
    private final Map<Path, Node> durable = new LinkedHashMap<>();
    private final List<Change> changes = new ArrayList<>();
    private int writesUntilFault = -1;
    private int bytesOfFault;
    private boolean truncateFails;

    ModelDisk(Path... folders) {
        for (Path folder : folders) {
            names.put(folder, new Node(true));
            durable.put(folder, Objects.requireNonNull(names.get(folder)));
        }
    }

    /** Lets the nth write from now, from 0, write only so many bytes and fail. */
    void failWrite(int nth, int bytes) {
        writesUntilFault = nth;
        bytesOfFault = bytes;
    }

    void truncateFails(boolean fails) {
        truncateFails = fails;
    }

    byte[] bytesOf(Path file) {
        return Objects.requireNonNull(names.get(file), file.toString()).bytes.clone();
    }

    void put(Path file, byte[] bytes) {
        Node node = new Node(false);
        node.bytes = bytes.clone();
        node.forced = bytes.clone();
        names.put(file, node);
        durable.put(file, node);
    }

    /** Cuts the power, and starts again. */
    synchronized void crash(Random random) {
        int kept = random.nextInt(changes.size() + 1);
        changes.subList(0, kept).forEach(change -> change.apply(durable));
        changes.clear();
        names.clear();
        names.putAll(durable);
        names.keySet().removeIf(path -> !isReachable(path));
        durable.keySet().retainAll(names.keySet());
        names.values().forEach(node -> node.crash(random));
        writesUntilFault = -1;
    }

    private boolean isReachable(Path path) {
        Path parent = path.getParent();
        return parent == null || parent.getParent() == null || durable.containsKey(parent);
    }

    @Override
    public Instant lastModified(Path file) {
        return Instant.EPOCH;
    }

    @Override
    public Closeable tryLock(Path folder) {
        return () -> {};
    }

    @Override
    public synchronized void createFolder(Path folder) throws IOException {
        requireParent(folder);
        if (!names.containsKey(folder)) {
            name(folder, new Node(true));
        }
    }

    @Override
    public synchronized Handle open(Path file) throws IOException {
        requireParent(file);
        if (!names.containsKey(file)) {
            name(file, new Node(false));
        }
        return new ModelHandle(Objects.requireNonNull(names.get(file)));
    }

    @Override
    public synchronized boolean createNew(Path file) throws IOException {
        boolean isNew = !names.containsKey(file);
        open(file);
        return isNew;
    }

    @Override
    public synchronized Handle read(Path file) throws IOException {
        Node node = names.get(file);
        if (node == null) {
            throw new FileNotFoundException(file.toString());
        }
        return new ModelHandle(node);
    }

    @Override
    public synchronized boolean exists(Path path) {
        return names.containsKey(path);
    }

    @Override
    public synchronized boolean isFolder(Path path) {
        Node node = names.get(path);
        return node != null && node.folder;
    }

    @Override
    public synchronized List<Path> list(Path folder) {
        return names.keySet().stream()
                .filter(path -> folder.equals(path.getParent()))
                .toList();
    }

    @Override
    public synchronized void rename(Path from, Path to) throws IOException {
        Node node = names.get(from);
        if (node == null) {
            throw new NoSuchFileException(from.toString());
        }
        Change change = new Change(parentOf(to), entries -> {
            entries.remove(from);
            entries.put(to, node);
        });
        change.apply(names);
        changes.add(change);
    }

    @Override
    public synchronized void delete(Path path) throws IOException {
        if (!list(path).isEmpty()) {
            throw new IOException("not empty: " + path);
        }
        Change change = new Change(parentOf(path), entries -> entries.remove(path));
        change.apply(names);
        changes.add(change);
    }

    @Override
    public synchronized void forceFolder(Path folder) throws IOException {
        for (Change change : List.copyOf(changes)) {
            if (change.folder().equals(folder)) {
                change.apply(durable);
                changes.remove(change);
            }
        }
    }

    private void name(Path path, Node node) {
        Change change = new Change(parentOf(path), entries -> entries.put(path, node));
        change.apply(names);
        changes.add(change);
    }

    private void requireParent(Path path) throws IOException {
        if (!names.containsKey(parentOf(path))) {
            throw new NoSuchFileException(path.toString());
        }
    }

    private static Path parentOf(Path path) {
        return Objects.requireNonNull(path.getParent());
    }

    private record Change(Path folder, Consumer<Map<Path, Node>> effect) {
        void apply(Map<Path, Node> entries) {
            effect.accept(entries);
        }
    }

    private static final class Node {

        private final boolean folder;
        private byte[] bytes = new byte[0];
        private byte[] forced = new byte[0];

        Node(boolean folder) {
            this.folder = folder;
        }

        void crash(Random random) {
            int mismatch = Arrays.mismatch(forced, bytes);
            if (mismatch >= 0) {
                int kept = mismatch + random.nextInt(Math.max(1, bytes.length - mismatch + 1));
                byte[] left = Arrays.copyOf(bytes, Math.min(kept, bytes.length));
                int zeros = random.nextInt(3) == 0 ? random.nextInt(bytes.length - left.length + 1) : 0;
                bytes = Arrays.copyOf(left, left.length + zeros);
            }
            forced = bytes.clone();
        }
    }

    private final class ModelHandle implements Handle {

        private final Node node;

        ModelHandle(Node node) {
            this.node = node;
        }

        @Override
        public long size() {
            return node.bytes.length;
        }

        @Override
        public int read(long position, byte[] into, int offset, int length) {
            synchronized (ModelDisk.this) {
                int read = (int) Math.min(length, node.bytes.length - position);
                if (read <= 0) {
                    return -1;
                }
                System.arraycopy(node.bytes, (int) position, into, offset, read);
                return read;
            }
        }

        @Override
        public void write(long position, byte[] from, int offset, int length) throws IOException {
            synchronized (ModelDisk.this) {
                boolean fails = writesUntilFault == 0;
                writesUntilFault = Math.max(-1, writesUntilFault - 1);
                int written = fails ? Math.min(bytesOfFault, length) : length;
                int size = (int) Math.max(node.bytes.length, position + written);
                node.bytes = Arrays.copyOf(node.bytes, size);
                System.arraycopy(from, offset, node.bytes, (int) position, written);
                if (fails) {
                    throw new IOException("No space left on device");
                }
            }
        }

        @Override
        public void truncate(long size) throws IOException {
            synchronized (ModelDisk.this) {
                if (truncateFails) {
                    throw new IOException("Input/output error");
                }
                node.bytes = Arrays.copyOf(node.bytes, (int) size);
            }
        }

        @Override
        public void force() {
            synchronized (ModelDisk.this) {
                node.forced = node.bytes.clone();
            }
        }

        @Override
        public void close() {}
    }
}
