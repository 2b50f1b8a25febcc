package dev.attest.internal.http;

import java.time.Duration;

/**
 * Limits of an exchange.
 *
 * @param connect time to connect
 * @param idle time to the first packet of a reply, and between two packets
 * @param overall time for an exchange with a small body, including the connection
 * @param bytesPerSecond slowest accepted upload; the time that a body needs at this rate adds to {@code overall}
 * @param replyBytes size of the body of a reply
 */
record HttpLimits(Duration connect, Duration idle, Duration overall, long bytesPerSecond, int replyBytes) {

    /** Azure DevOps delays replies by up to 30 seconds before it refuses requests. */
    static final HttpLimits DEFAULT = new HttpLimits(
            Duration.ofSeconds(5), Duration.ofSeconds(45), Duration.ofSeconds(75), 64 * 1024, 8 * 1024 * 1024);

    /** Returns the time limit of an exchange with a body of that length. */
    Duration deadline(long length) {
        return overall.plusSeconds(length / bytesPerSecond);
    }
}
