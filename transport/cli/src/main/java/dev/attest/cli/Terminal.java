package dev.attest.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The output of a command, in UTF-8 or in the encoding of the terminal.
 *
 * @param out for the result
 * @param err for warnings, progress and errors
 * @param moving whether a line can be redrawn
 */
record Terminal(LogWriter out, LogWriter err, boolean moving) {

    Terminal(PrintWriter out, PrintWriter err, boolean moving) {
        this(new LogWriter(out), new LogWriter(err), moving);
    }

    @SuppressWarnings("SystemConsoleNull") // up to JDK 21 it is null if there is no terminal
    static Terminal ofProcess() {
        Console console = System.console();
        boolean watched = isTerminal(console);
        Charset charset = watched && console != null ? console.charset() : StandardCharsets.UTF_8;
        return new Terminal(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                watched && !"dumb".equals(System.getenv("TERM")));
    }

    /** From JDK 22 on there is a console without a terminal too, and a method that tells. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }

    /** Asks a person a question, and returns whether the answer is yes. Without a terminal there is none. */
    @SuppressWarnings("SystemConsoleNull") // up to JDK 21 it is null if there is no terminal
    boolean agrees(String question) {
        Console console = System.console();
        String answer = moving && console != null ? console.readLine("%s [y/N] ", question) : null;
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }
}
