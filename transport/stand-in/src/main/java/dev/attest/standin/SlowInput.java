package dev.attest.standin;

import dev.attest.standin.faults.Pace;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import java.io.IOException;

/** Rests after each few bytes. */
final class SlowInput extends ServletInputStream {

    private final ServletInputStream in;
    private final Pace pace;
    private final Stopping stopping;
    private int sinceRest;

    SlowInput(ServletInputStream in, Pace pace, Stopping stopping) {
        this.in = in;
        this.pace = pace;
        this.stopping = stopping;
    }

    @Override
    public int read() throws IOException {
        var one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (sinceRest >= pace.bytes()) {
            sinceRest = 0;
            if (stopping.during(pace.rest())) {
                throw new IOException("The stand-in stops.");
            }
        }
        var count = in.read(bytes, offset, Math.min(length, pace.bytes() - sinceRest));
        sinceRest += Math.max(0, count);
        return count;
    }

    @Override
    public boolean isFinished() {
        return in.isFinished();
    }

    @Override
    public boolean isReady() {
        return in.isReady();
    }

    @Override
    public void setReadListener(ReadListener listener) {
        in.setReadListener(listener);
    }
}
