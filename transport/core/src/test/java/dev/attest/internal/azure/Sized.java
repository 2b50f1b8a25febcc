package dev.attest.internal.azure;

import dev.attest.internal.journal.event.Content;
import java.io.InputStream;
import java.util.Arrays;

/** So many bytes, which cost no memory. */
public record Sized(long size) implements Content {

    @Override
    public InputStream open() {
        return new InputStream() {
            private long left = size;

            @Override
            public int read() {
                return left-- > 0 ? 'x' : -1;
            }

            @Override
            public int read(byte[] into, int offset, int length) {
                if (left <= 0) {
                    return -1;
                }
                int count = (int) Math.min(left, length);
                Arrays.fill(into, offset, offset + count, (byte) 'x');
                left -= count;
                return count;
            }
        };
    }
}
