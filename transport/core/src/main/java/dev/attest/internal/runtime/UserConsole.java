package dev.attest.internal.runtime;

import dev.attest.internal.config.setting.ConsoleStyle;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.text.LogText;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints what the reader of the build log sees: a line at the start and the last lines on stdout, and a warning if
 * results may be missing. Whatever the lines quote, a CI system finds no command in them.
 *
 * <p>The lines do not use a logger, because the platform's default logger prints INFO on two lines to stderr, where
 * build tools mark it as an error.
 */
final class UserConsole {

    private static final GuardedLogger LOG = GuardedLogger.named("dev.attest");
    private static final String LINE_END = System.lineSeparator();

    private final PrintStream out;
    private final PrintStream instead;
    private final ConsoleStyle style;

    /**
     * @param out gets the lines
     * @param instead gets the last lines if the test project has closed the other
     */
    UserConsole(PrintStream out, PrintStream instead) {
        this(out, instead, ConsoleStyle.PLAIN);
    }

    private UserConsole(PrintStream out, PrintStream instead, ConsoleStyle style) {
        this.out = out;
        this.instead = instead;
        this.style = style;
    }

    UserConsole with(ConsoleStyle other) {
        return new UserConsole(out, instead, other);
    }

    boolean isQuiet() {
        return style == ConsoleStyle.QUIET;
    }

    /** Prints a line that only tells; nothing if the user wants it quiet. */
    void tell(String line) {
        if (!isQuiet()) {
            try {
                out.println(LogText.line(line));
                out.flush();
            } catch (Throwable streamFailed) {
                // The test project has replaced the stream. That must not fail a test.
            }
        }
    }

    /** Prints some of the last lines. */
    void last(List<String> lines) {
        List<String> safe = new ArrayList<>();
        for (String line : lines) {
            safe.add(LogText.line(line));
        }
        write(safe);
    }

    /** Prints lines that a CI system executes. Who makes them answers for every character. */
    void commands(List<String> commands) {
        write(commands);
    }

    void warn(String sentence) {
        LOG.log(System.Logger.Level.WARNING, sentence);
    }

    /**
     * Begins on a line of its own whatever was printed before. Much of it cannot be seen from here, such as output of a
     * child process, of native code, or of another stream on the same terminal: so an empty line comes first in any
     * case. All is one write, which the output of other threads cannot divide.
     */
    private void write(List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        String block = LINE_END + String.join(LINE_END, lines) + LINE_END;
        try {
            out.print(block);
            if (out.checkError()) {
                instead.print(block);
                instead.flush();
            }
        } catch (Throwable streamFailed) {
            // The test project has replaced the stream. That must not fail a test.
        }
    }
}
