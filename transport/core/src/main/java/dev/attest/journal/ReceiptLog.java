package dev.attest.journal;

import dev.attest.model.Receipt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What one destination acknowledged of one journal: lines as {@link Frame} draws them, in
 * {@code <destination>.receipts}. Thread-safe.
 */
public final class ReceiptLog {

    private static final System.Logger LOG = System.getLogger(ReceiptLog.class.getName());
    private static final Kinds<Receipt> KINDS = new Kinds<>(Receipt.class);
    private static final int BATCH = 1000;

    private final LineFile lines;
    private final List<Receipt> recorded;

    ReceiptLog(LineFile lines, Damage damage) throws IOException {
        this.lines = lines;
        this.recorded = readAll(lines.reader(KINDS, damage, 0));
    }

    /** Returns what earlier processes recorded, in order; not what this one appends. */
    public List<Receipt> recorded() {
        return recorded;
    }

    /**
     * Appends a receipt. When this returns, no death of the JVM can take it; where it holds ids that the service gave, no
     * power cut either, and the call waits for the disk. The others are forced with the {@linkplain Journal#force()
     * journal}: without them a thing is looked up before it is sent again. So it is too, after the death of the JVM, with
     * what a full disk did not take.
     *
     * @throws IOException if it is recorded neither on the disk nor in memory: the ids must not be used then
     */
    public void append(Receipt receipt) throws IOException {
        lines.append(KINDS.encode(receipt));
        if (receipt.holdsIds()) {
            try {
                lines.force();
            } catch (IOException e) {
                LOG.log(System.Logger.Level.DEBUG, () -> "only in memory: a receipt of " + lines.file(), e);
            }
        }
    }

    void force() throws IOException {
        lines.force();
    }

    void close() throws IOException {
        lines.close();
    }

    /** All or an exception: what is missing here would be sent twice. */
    private static List<Receipt> readAll(LineReader<Receipt> reader) throws IOException {
        List<Receipt> all = new ArrayList<>();
        List<Receipt> some = reader.read(BATCH);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = reader.read(BATCH);
        }
        return List.copyOf(all);
    }
}
