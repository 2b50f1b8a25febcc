package dev.attest.internal.delivery;

/**
 * What became of how many of a kind.
 *
 * @param published what the service has
 * @param leftOut what the service has no place for, such as results of tests that it does not know
 * @param refused what the service refused for good
 */
public record Tally(int published, int leftOut, int refused) {

    private static final Tally NONE = new Tally(0, 0);

    /** Makes a tally of a service that has a place for everything. */
    public Tally(int published, int refused) {
        this(published, 0, refused);
    }

    /** Returns none published, none refused. */
    public static Tally none() {
        return NONE;
    }

    /** Returns how many nothing is left to be done for. */
    public int done() {
        return published + leftOut + refused;
    }

    public Tally plus(Tally other) {
        return new Tally(published + other.published, leftOut + other.leftOut, refused + other.refused);
    }

    Tally minus(Tally other) {
        return new Tally(published - other.published, leftOut - other.leftOut, refused - other.refused);
    }

    Tally plusTaken(boolean placed) {
        return new Tally(published + (placed ? 1 : 0), leftOut + (placed ? 0 : 1), refused);
    }

    Tally plusRefused(int more) {
        return new Tally(published, leftOut, refused + more);
    }
}
