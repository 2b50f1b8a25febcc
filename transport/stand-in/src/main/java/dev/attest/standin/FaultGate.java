package dev.attest.standin;

import dev.attest.standin.faults.Fault;
import dev.attest.standin.faults.Faults;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Lets the rules for faults meet requests on their way in and on their way out. */
final class FaultGate {

    private static final String MET = "attest.fault";
    private static final String DROPPED = "attest.dropped";

    /** The request has its answer; nothing further is to happen with it. */
    static final class Answered extends RuntimeException {

        private static final long serialVersionUID = 1L;

        Answered() {
            super("answered", null, false, false);
        }
    }

    private final Faults faults;

    FaultGate(Faults faults) {
        this.faults = faults;
    }

    static boolean dropped(Context context) {
        return context.attribute(DROPPED) != null;
    }

    void enter(Context context) {
        var met = faults.meet(context.method().toString(), context.path());
        if (met.isEmpty()) {
            return;
        }
        var fault = met.get();
        sleep(fault);
        if (fault.kind().takesEffect()) {
            context.attribute(MET, fault);
            return;
        }
        if (fault.kind() == Fault.Kind.DROP) {
            drop(context);
        } else {
            reply(context, fault);
        }
        throw new Answered();
    }

    private static void sleep(Fault fault) {
        try {
            Thread.sleep(fault.delay().toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reply(Context context, Fault fault) {
        context.status(fault.status()).result(fault.body());
        fault.headers().forEach(context::header);
        if (fault.headers().keySet().stream().noneMatch("Content-Type"::equalsIgnoreCase)) {
            context.contentType(fault.body().startsWith("{") ? "application/json; charset=utf-8" : "text/plain");
        }
    }

    private static void drop(Context context) {
        context.attribute(DROPPED, true);
        Wire.hangUp(context);
    }

    void leave(Context context) throws IOException {
        Fault fault = context.attribute(MET);
        if (fault == null) {
            return;
        }
        fault.headers().forEach(context::header);
        switch (fault.kind()) {
            case COMMIT_THEN_DROP -> drop(context);
            case COMMIT_THEN_REPLY -> reply(context, fault);
            case TRUNCATED_JSON -> {
                var body = body(context);
                context.result(Arrays.copyOf(body, body.length / 2));
            }
            case CUT -> cut(context, body(context), fault.cutAfter());
            default -> {}
        }
    }

    private static byte[] body(Context context) throws IOException {
        InputStream body = context.resultInputStream();
        return body == null ? new byte[0] : body.readAllBytes();
    }

    private static void cut(Context context, byte[] body, long after) throws IOException {
        context.attribute(DROPPED, true);
        context.res().setContentLengthLong(body.length);
        context.res().getOutputStream().write(body, 0, (int) Math.min(after, body.length));
        context.res().flushBuffer();
        Wire.hangUp(context);
    }
}
