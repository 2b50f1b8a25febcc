package dev.attest.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Where the command prints: in UTF-8, but for a terminal that wants something else.
 *
 * @param out what was asked for
 * @param err what the person at the terminal should know besides
 * @param moving whether lines may be drawn again and again
 */
record Terminal(PrintWriter out, PrintWriter err, boolean moving) {

    @SuppressWarnings("SystemConsoleNull") // it is null up to JDK 21 where nobody sits at it
    static Terminal ofProcess() {
        Console console = System.console();
        boolean watched = isTerminal(console);
        Charset charset = watched && console != null ? console.charset() : StandardCharsets.UTF_8;
        return new Terminal(
                new PrintWriter(System.out, true, charset),
                new PrintWriter(System.err, true, charset),
                watched && !"dumb".equals(System.getenv("TERM")));
    }

    /** From JDK 22 on there is a console also where nobody sits at it, and a method that tells. */
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
}
