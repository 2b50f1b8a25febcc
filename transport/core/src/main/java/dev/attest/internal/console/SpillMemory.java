package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Bytes in the heap, for text that the disk does not take. It grows to its end only. */
final class SpillMemory extends Spill {

    private static final int CHUNK = 64 * 1024;

    private final MemoryBudget memory;
    private final List<byte[]> chunks = new ArrayList<>();

    SpillMemory(MemoryBudget memory) {
        this.memory = memory;
    }

    /** @throws IOException if the budget is used up; nothing is written then */
    @Override
    void write(long position, byte[] bytes, int offset, int length) throws IOException {
        while ((long) chunks.size() * CHUNK < position + length) {
            if (!memory.takeForFiles(CHUNK)) {
                throw new IOException("the memory for what the disk does not take is used up");
            }
            chunks.add(new byte[CHUNK]);
        }
        for (int done = 0; done < length; ) {
            int at = (int) ((position + done) % CHUNK);
            int part = Math.min(length - done, CHUNK - at);
            System.arraycopy(bytes, offset + done, chunk(position + done), at, part);
            done += part;
        }
    }

    @Override
    int read(long position, byte[] into, int offset, int length) {
        int at = (int) (position % CHUNK);
        int part = Math.min(length, CHUNK - at);
        System.arraycopy(chunk(position), at, into, offset, part);
        return part;
    }

    @Override
    public void close() {
        memory.release((long) chunks.size() * CHUNK);
        chunks.clear();
    }

    private byte[] chunk(long position) {
        return chunks.get((int) (position / CHUNK));
    }
}
