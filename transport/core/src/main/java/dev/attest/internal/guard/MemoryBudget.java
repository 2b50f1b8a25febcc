package dev.attest.internal.guard;

/**
 * The memory for what the disk does not take, of all files together: a quarter of the heap, 64 MiB at most. A quarter
 * of it is for results only, so that files do not drive them out. Thread-safe.
 */
public final class MemoryBudget {

    private static final long LARGEST = 64L * 1024 * 1024;

    private final long capacity;
    private long used;

    public MemoryBudget() {
        this(Math.min(LARGEST, Runtime.getRuntime().maxMemory() / 4));
    }

    /** @param capacity in bytes */
    public MemoryBudget(long capacity) {
        this.capacity = capacity;
    }

    /** Takes bytes for results. Returns false, and takes none, if there are too few. */
    public boolean takeForResults(long bytes) {
        return take(bytes, capacity);
    }

    /** Takes bytes for files. Returns false, and takes none, if there are too few. */
    public boolean takeForFiles(long bytes) {
        return take(bytes, capacity - capacity / 4);
    }

    /** Gives back what was taken. */
    public synchronized void release(long bytes) {
        used -= bytes;
    }

    /** Returns how many bytes there are in all. */
    public long capacity() {
        return capacity;
    }

    private synchronized boolean take(long bytes, long limit) {
        if (used + bytes > limit) {
            return false;
        }
        used += bytes;
        return true;
    }
}
