package dev.attest.internal.delivery;

import dev.attest.internal.journal.event.Ack;
import java.io.IOException;

/** Writes a receipt down, and acts on it. */
interface AckRecorder {

    void record(Ack receipt) throws IOException;
}
