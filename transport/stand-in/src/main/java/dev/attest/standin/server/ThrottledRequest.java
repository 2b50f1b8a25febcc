package dev.attest.standin.server;

import dev.attest.standin.faults.Fault.Throttle;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is read slowly if a fault says so. */
final class ThrottledRequest extends HttpServletRequestWrapper {

    private static final String THROTTLE = "attest.upload";

    private final StopSignal stop;
    private @Nullable ServletInputStream slow;

    ThrottledRequest(HttpServletRequest request, StopSignal stop) {
        super(request);
        this.stop = stop;
    }

    static void set(HttpServletRequest request, Throttle throttle) {
        request.setAttribute(THROTTLE, throttle);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (slow == null && getAttribute(THROTTLE) instanceof Throttle throttle) {
            slow = new ThrottledInput(super.getInputStream(), throttle, stop);
        }
        return slow == null ? super.getInputStream() : slow;
    }

    /** Pauses after a number of bytes. */
    static final class ThrottledInput extends ServletInputStream {

        private final ServletInputStream in;
        private final Throttle throttle;
        private final StopSignal stop;
        private int sincePause;

        ThrottledInput(ServletInputStream in, Throttle throttle, StopSignal stop) {
            this.in = in;
            this.throttle = throttle;
            this.stop = stop;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            if (sincePause >= throttle.bytes()) {
                sincePause = 0;
                if (stop.await(throttle.pause())) {
                    throw new IOException("The stand-in stops.");
                }
            }
            var count = in.read(bytes, offset, Math.min(length, throttle.bytes() - sincePause));
            sincePause += Math.max(0, count);
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
}
