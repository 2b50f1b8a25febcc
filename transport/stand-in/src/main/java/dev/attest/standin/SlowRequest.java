package dev.attest.standin;

import dev.attest.standin.faults.Pace;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A request whose body is read at the pace that a fault sets, once one does. */
final class SlowRequest extends HttpServletRequestWrapper {

    private static final String PACE = "attest.upload";

    private final Stopping stopping;
    private @Nullable ServletInputStream slow;

    SlowRequest(HttpServletRequest request, Stopping stopping) {
        super(request);
        this.stopping = stopping;
    }

    static void set(HttpServletRequest request, Pace pace) {
        request.setAttribute(PACE, pace);
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (slow == null && getAttribute(PACE) instanceof Pace pace) {
            slow = new SlowInput(super.getInputStream(), pace, stopping);
        }
        return slow == null ? super.getInputStream() : slow;
    }
}
