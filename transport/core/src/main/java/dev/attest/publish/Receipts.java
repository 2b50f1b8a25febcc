package dev.attest.publish;

import dev.attest.journal.event.Ack;
import java.io.IOException;

/** Writes a receipt down, and acts on it. */
interface Receipts {

    void record(Ack receipt) throws IOException;
}
