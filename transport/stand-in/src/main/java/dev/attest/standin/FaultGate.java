package dev.attest.standin;

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
 * Lets the rules for faults meet requests: {@link #enter} on their way in, {@link #prepare} when the reply is there, and
 * {@link #deliver} when it is to leave.
 */
final class FaultGate {

    private static final String MET = "attest.fault";

    /** The request has its answer; nothing further is to happen with it. */
    static final class Answered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Answered() {
            super("answered", null, false, false);
        }
    }

    private final Faults faults;
    private final Stopping stopping;
    private final Clock clock;

    FaultGate(Faults faults, Stopping stopping, Clock clock) {
        this.faults = faults;
        this.stopping = stopping;
        this.clock = clock;
    }

    /** Returns whether the client gets no whole reply. */
    static boolean dropped(Context context) {
        Fault fault = context.attribute(MET);
        return fault != null && !fault.ending().whole();
    }

    void enter(Context context) throws IOException {
        var size = context.req().getContentLengthLong();
        var hasBody = size >= 0 || context.header("Transfer-Encoding") != null;
        var met = faults.meet(context.method().toString(), context.path(), hasBody ? size : 0);
        if (met.isEmpty()) {
            return;
        }
        var fault = met.get();
        context.attribute(MET, fault);
        stopping.during(fault.delay());
        if (fault.upload() != null) {
            SlowRequest.set(context.req(), fault.upload());
        }
        if (!fault.takesEffect()) {
            readBody(context.bodyInputStream(), fault);
            throw new Answered();
        }
    }

    /** A refused body is read as well: a client that still sends would not see the reply. */
    private static void readBody(InputStream body, Fault fault) throws IOException {
        switch (fault.ending().kind()) {
            case IN_UPLOAD -> body.skipNBytes(fault.ending().after());
            case NEVER, BEFORE_REPLY -> {}
            default -> body.transferTo(OutputStream.nullOutputStream());
        }
    }

    /** Makes the reply what it is to be. */
    void prepare(Context context) throws IOException {
        Fault fault = context.attribute(MET);
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

    /** Sends the reply where it does not leave as ever. */
    void deliver(Context context) throws IOException {
        Fault fault = context.attribute(MET);
        if (fault == null) {
            return;
        }
        switch (fault.ending().kind()) {
            case WHOLE -> {
                if (fault.reply() != null) {
                    send(context, body(context), Long.MAX_VALUE, fault);
                }
                return;
            }
            case IN_BODY -> send(context, body(context), fault.ending().after(), fault);
            case IN_HEAD -> Wire.sendHead(context, head(context), fault.ending().after());
            case NEVER -> hang(context, fault);
            default -> {}
        }
        if (fault.ending().reset()) {
            Wire.reset(context);
        } else {
            Wire.hangUp(context);
        }
    }

    private void hang(Context context, Fault fault) {
        while (faults.stands(fault) && !Wire.abandoned(context)) {
            if (stopping.during(Duration.ofMillis(50))) {
                return;
            }
        }
    }

    private static byte[] body(Context context) throws IOException {
        InputStream body = context.resultInputStream();
        return body == null ? new byte[0] : body.readAllBytes();
    }

    private void send(Context context, byte[] body, long limit, Fault fault) throws IOException {
        var end = (int) Math.min(limit, body.length);
        var pace = fault.reply();
        var step = pace == null ? Math.max(1, end) : pace.bytes();
        context.res().setContentLengthLong(body.length);
        var out = context.res().getOutputStream();
        for (var sent = 0; sent < end; sent += step) {
            out.write(body, sent, Math.min(step, end - sent));
            context.res().flushBuffer();
            if (pace != null && sent + step < end && stopping.during(pace.rest())) {
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
