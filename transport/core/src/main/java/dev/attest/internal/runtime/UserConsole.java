package dev.attest.internal.runtime;

import dev.attest.internal.guard.GuardedLogger;
import java.io.PrintStream;

/**
 * Prints what the reader of the build log sees: a line at the start and one at the end on stdout, and a warning if
 * results may be missing.
 *
 * <p>The two lines do not use a logger, because the platform's default logger prints INFO on two lines to stderr, where
 * build tools mark it as an error.
 */
final class UserConsole {

    private static final GuardedLogger LOG = GuardedLogger.named("dev.attest");

    private final PrintStream out;

    UserConsole(PrintStream out) {
        this.out = out;
    }

    void print(String line) {
        try {
            out.println(line);
            out.flush();
        } catch (Throwable streamFailed) {
            // The test project has replaced the stream. That must not fail a test.
        }
    }

    void warn(String sentence) {
        LOG.log(System.Logger.Level.WARNING, sentence);
    }
}
