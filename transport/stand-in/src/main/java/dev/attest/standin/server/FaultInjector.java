package dev.attest.standin.server;

import dev.attest.standin.faults.Fault;
import dev.attest.standin.faults.Faults;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;

/**
 * Applies faults to requests: {@link #beforeHandling} when a request arrives, {@link #alterReply} when its reply is
 * ready, and {@link #send} when the reply leaves.
 */
final class FaultInjector {

    private static final String FAULT = "attest.fault";

    /** The request has its reply. No route handles it. */
    static final class RequestAnswered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        RequestAnswered() {
            super("answered", null, false, false);
        }
    }

    private final Faults faults;
    private final StopSignal stop;
    private final Clock clock;

    FaultInjector(Faults faults, StopSignal stop, Clock clock) {
        this.faults = faults;
        this.stop = stop;
        this.clock = clock;
    }

    /** Returns whether the client does not get the whole reply. */
    static boolean withholdsReply(Context context) {
        Fault fault = context.attribute(FAULT);
        return fault != null && !fault.ending().whole();
    }

    void beforeHandling(Context context) throws IOException {
        var size = context.req().getContentLengthLong();
        var hasBody = size >= 0 || context.header("Transfer-Encoding") != null;
        var matched = faults.match(context.method().toString(), context.path(), hasBody ? size : 0);
        if (matched.isEmpty()) {
            return;
        }
        var fault = matched.get();
        context.attribute(FAULT, fault);
        stop.await(fault.delay());
        if (fault.upload() != null) {
            ThrottledRequest.set(context.req(), fault.upload());
        }
        if (!fault.takesEffect()) {
            readBody(context.bodyInputStream(), fault);
            throw new RequestAnswered();
        }
    }

    /** Reads the body, as a client that is still sending does not see a reply. */
    private static void readBody(InputStream body, Fault fault) throws IOException {
        switch (fault.ending().kind()) {
            case IN_UPLOAD -> body.skipNBytes(fault.ending().after());
            case NEVER, BEFORE_REPLY -> {}
            default -> body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Replaces the reply or parts of it. */
    void alterReply(Context context) throws IOException {
        Fault fault = context.attribute(FAULT);
        if (fault == null) {
            return;
        }
        var answer = fault.answer();
        if (answer != null) {
            context.status(answer.status()).contentType(answer.contentType()).result(answer.body());
        }
        if (fault.half()) {
            var body = body(context);
            context.result(Arrays.copyOf(body, body.length / 2));
        }
        fault.headers(clock.instant()).forEach(context::header);
    }

    /** Sends the reply if the fault changes how it is sent. */
    void send(Context context) throws IOException {
        Fault fault = context.attribute(FAULT);
        if (fault == null) {
            return;
        }
        switch (fault.ending().kind()) {
            case WHOLE -> {
                if (fault.reply() != null) {
                    write(context, body(context), Long.MAX_VALUE, fault);
                }
                return;
            }
            case IN_BODY -> write(context, body(context), fault.ending().after(), fault);
            case IN_HEAD ->
                JettyConnection.sendHead(context, head(context), fault.ending().after());
            case NEVER -> hang(context, fault);
            default -> {}
        }
        if (fault.ending().reset()) {
            JettyConnection.reset(context);
        } else {
            JettyConnection.close(context);
        }
    }

    private void hang(Context context, Fault fault) {
        while (faults.isActive(fault) && !JettyConnection.closedByClient(context)) {
            if (stop.await(Duration.ofMillis(50))) {
                return;
            }
        }
    }

    private static byte[] body(Context context) throws IOException {
        InputStream body = context.resultInputStream();
        return body == null ? new byte[0] : body.readAllBytes();
    }

    private void write(Context context, byte[] body, long limit, Fault fault) throws IOException {
        var end = (int) Math.min(limit, body.length);
        var throttle = fault.reply();
        var step = throttle == null ? Math.max(1, end) : throttle.bytes();
        context.res().setContentLengthLong(body.length);
        var out = context.res().getOutputStream();
        for (var sent = 0; sent < end; sent += step) {
            out.write(body, sent, Math.min(step, end - sent));
            context.res().flushBuffer();
            if (throttle != null && sent + step < end && stop.await(throttle.pause())) {
                throw new IOException("The stand-in stops.");
            }
        }
        context.res().flushBuffer();
    }

    private static String head(Context context) throws IOException {
        var head = new StringBuilder("HTTP/1.1 ").append(context.status()).append("\r\n");
        for (var name : context.res().getHeaderNames()) {
            head.append(name).append(": ").append(context.res().getHeader(name)).append("\r\n");
        }
        return head.append("Content-Length: ")
                .append(body(context).length)
                .append("\r\n\r\n")
                .toString();
    }
}
