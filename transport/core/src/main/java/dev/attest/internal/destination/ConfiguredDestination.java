package dev.attest.internal.destination;

/**
 * A destination, and what is to be known of it before it is asked anything.
 *
 * @param destination where to publish to
 * @param connections how many attachments travel there at once
 * @param title what people call it: its address and project
 */
public record ConfiguredDestination(Destination destination, int connections, String title) {

    /** Returns the name of the destination. */
    public String name() {
        return destination.name();
    }
}
