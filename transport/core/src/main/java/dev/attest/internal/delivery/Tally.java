package dev.attest.internal.delivery;

/**
 * Counts of one kind of item.
 *
 * @param published accepted by the service
 * @param leftOut accepted without a place at the service, such as results of tests that it does not know
 * @param refused refused by the service
 */
public record Tally(int published, int leftOut, int refused) {

    private static final Tally NONE = new Tally(0, 0, 0);

    /** Returns an empty tally. */
    public static Tally none() {
        return NONE;
    }

    /** Returns the number of items that are not retried. */
    public int done() {
        return published + leftOut + refused;
    }

    Tally minus(Tally other) {
        return new Tally(published - other.published, leftOut - other.leftOut, refused - other.refused);
    }

    Tally plusAccepted(boolean placed) {
        return new Tally(published + (placed ? 1 : 0), leftOut + (placed ? 0 : 1), refused);
    }

    Tally plusRefused() {
        return new Tally(published, leftOut, refused + 1);
    }
}
