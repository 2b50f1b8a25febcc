package dev.attest.http;

import java.time.Duration;

/**
 * How long an exchange may take and how much of a reply is read.
 *
 * @param connect to have a connection
 * @param idle between two packets of a reply, and to its first
 * @param overall for an exchange with a small body, connecting included
 * @param bytesPerSecond the slowest upload that is waited for: adds to {@code overall}
 * @param replyBytes of a reply's body
 */
record Limits(Duration connect, Duration idle, Duration overall, long bytesPerSecond, int replyBytes) {

    static final Limits DEFAULT = new Limits(
            Duration.ofSeconds(5), Duration.ofSeconds(30), Duration.ofSeconds(60), 64 * 1024, 8 * 1024 * 1024);

    /** Returns how long an exchange with a body of that length may take. */
    Duration deadline(long length) {
        return overall.plusSeconds(length / bytesPerSecond);
    }
}
