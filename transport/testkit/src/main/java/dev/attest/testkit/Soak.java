package dev.attest.testkit;

/**
 * How long a test goes on that could go on for ever: a moment in each build, and as long as is wanted with
 * {@code -Psoak}.
 */
public final class Soak {

    private static final boolean SOAKING = Boolean.getBoolean("soak");

    private Soak() {}

    /** Returns whether there is time. */
    public static boolean isOn() {
        return SOAKING;
    }

    /**
     * Returns a number for this build.
     *
     * @param property that says another one, if it is set
     */
    public static int choose(String property, int always, int soaking) {
        return Integer.getInteger(property, SOAKING ? soaking : always);
    }
}
