package dev.attest.cli.report;

import java.io.IOException;

/**
 * A file of a result or of a run.
 *
 * @param size in bytes; -1 if it is not known
 * @param content reads it when the report is written
 */
public record ReportFile(String name, long size, Bytes content) {

    /** Reads a file. */
    @FunctionalInterface
    public interface Bytes {

        /**
         * Returns the first bytes of the file.
         *
         * @throws IOException if they cannot be read; the message says why
         */
        byte[] read(int most) throws IOException;
    }
}
