package dev.attest.publish;

import dev.attest.model.Receipt;
import java.io.IOException;

/** Writes a receipt down, and acts on it. */
interface Receipts {

    void record(Receipt receipt) throws IOException;
}
