package dev.attest.internal.destination;

/**
 * A destination and how to use it.
 *
 * @param connections maximum number of concurrent uploads
 * @param title address and project, for messages
 */
public record ConfiguredDestination(Destination destination, int connections, String title) {

    public String name() {
        return destination.name();
    }
}
