package dev.attest.internal.runtime;

import java.io.PrintStream;

/**
 * What Attest says to the person who reads the build's output: a line at the start and one at the end on stdout, and a
 * warning when results may be missing.
 *
 * <p>The two lines do not go through a logger, because the platform's default one prints INFO in two lines to stderr,
 * where build tools mark it as an error.
 */
final class UserConsole {

    private static final System.Logger LOG = System.getLogger("dev.attest");

    private final PrintStream out;

    UserConsole(PrintStream out) {
        this.out = out;
    }

    void say(String line) {
        out.println(line);
        out.flush();
    }

    void warn(String sentence) {
        LOG.log(System.Logger.Level.WARNING, sentence);
    }
}
