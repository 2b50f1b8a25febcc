package dev.attest.cli;

import dev.attest.internal.text.LogText;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes lines to the log of a pipeline, where commands run in steps of their own. A CI system finds no command in
 * them, whatever titles of tests and messages of services they quote.
 */
final class LogWriter extends PrintWriter {

    LogWriter(PrintWriter out) {
        super(out, true);
    }

    @Override
    public void println(@Nullable String line) {
        super.println(LogText.lines(String.valueOf(line)));
    }

    /** Prints JSON, of which each text keeps its value. */
    void printJson(String json) {
        super.println(json.replace("##", "#\\u0023"));
    }
}
