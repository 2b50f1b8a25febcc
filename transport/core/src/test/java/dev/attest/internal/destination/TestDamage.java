package dev.attest.internal.destination;

/** What a test may do to its JVM at any moment, so that a request throws. */
public enum TestDamage {
    NO_MEMORY {
        @Override
        DeliveryResult answer() {
            throw new OutOfMemoryError("of a test");
        }
    },
    /** A security manager denies the connection, or a thread. */
    DENIED {
        @Override
        DeliveryResult answer() {
            throw new SecurityException("of a test");
        }
    };

    /** Throws. */
    abstract DeliveryResult answer();
}
