package dev.attest.publish;

/**
 * How many of a kind were published and refused.
 *
 * @param published what the service has
 * @param refused what the service refused for good
 */
public record Tally(int published, int refused) {

    private static final Tally NONE = new Tally(0, 0);

    /** Returns none published, none refused. */
    public static Tally none() {
        return NONE;
    }

    Tally plus(Tally other) {
        return new Tally(published + other.published, refused + other.refused);
    }

    Tally minus(Tally other) {
        return new Tally(published - other.published, refused - other.refused);
    }

    Tally plusPublished(int more) {
        return new Tally(published + more, refused);
    }

    Tally plusRefused(int more) {
        return new Tally(published, refused + more);
    }
}
