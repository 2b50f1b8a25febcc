package dev.attest.internal.console;

import dev.attest.internal.guard.MemoryBudget;
import dev.attest.internal.masking.Masking;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The output of both streams, of one attempt or of the run. Thread-safe. */
public final class ConsoleOutput implements Closeable {

    private final Path folder;
    private final MemoryBudget memory;
    private final Masking masking;
    private final ConsoleLog out;
    private final ConsoleLog err;

    /** Creates an empty output. Masked text that does not fit into memory goes to files in the folder. */
    public ConsoleOutput(Path folder, MemoryBudget memory, Masking masking) {
        this.folder = folder;
        this.memory = memory;
        this.masking = masking;
        this.out = new ConsoleLog(folder, memory, masking);
        this.err = new ConsoleLog(folder, memory, masking);
    }

    /** Returns an empty output, whose files go to the same folder. */
    public ConsoleOutput another() {
        return new ConsoleOutput(folder, memory, masking);
    }

    /** Discards the text and keeps none from now on. Names of attachments are still found. */
    public void discard() throws IOException {
        out.discard();
        err.discard();
    }

    /** Ends the output. Returns the paths of attachments that the last lines named. */
    List<String> end() {
        List<String> ofOut = out.end();
        List<String> ofErr = err.end();
        if (ofErr.isEmpty()) {
            return ofOut;
        }
        List<String> paths = new ArrayList<>(ofOut);
        paths.addAll(ofErr);
        return paths;
    }

    public ConsoleLog log(Channel channel) {
        return channel == Channel.OUT ? out : err;
    }

    @Override
    public void close() throws IOException {
        out.close();
        err.close();
    }
}
