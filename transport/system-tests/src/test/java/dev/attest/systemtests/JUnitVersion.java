package dev.attest.systemtests;

import dev.attest.junit5.PublishingListener;
import dev.attest.spi.TestRecorder;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The versions of JUnit that the same jar is run on. */
public enum JUnitVersion {
    /** The floor. */
    V5_8("5.8.2", 8, "1.8.2", "1.2.0"),
    /** The first that publishes files. */
    V5_12("5.12.2", 12, "1.12.2", "1.3.0"),
    /** The last of 5. */
    V5_14("5.14.4", 14, "1.14.4", "1.3.0"),
    /** The last of 6. */
    V6("6.1.3", Integer.MAX_VALUE, "6.1.3", "1.3.0");

    private final String number;
    private final int minorOf5;
    private final String platform;
    private final String opentest4j;

    JUnitVersion(String number, int minorOf5, String platform, String opentest4j) {
        this.number = number;
        this.minorOf5 = minorOf5;
        this.platform = platform;
        this.opentest4j = opentest4j;
    }

    /** Returns the version of its Platform. */
    public String platform() {
        return platform;
    }

    /** Returns whether it has what 5.{@code minor} brought. */
    public boolean isAtLeast5(int minor) {
        return minorOf5 >= minor;
    }

    /**
     * Returns a class path of this JUnit, Attest and little else.
     *
     * @param first what comes before them all
     * @param others classes whose jars or folders are on it too
     */
    public String classPath(Path first, Class<?>... others) {
        List<String> entries = new ArrayList<>(List.of(
                first.toString(), Jars.homesOf(PublishingListener.class, TestRecorder.class), Jars.homesOf(others)));
        entries.addAll(jars());
        return String.join(File.pathSeparator, entries);
    }

    private List<String> jars() {
        return Jars.of(List.of(
                "org.junit.jupiter:junit-jupiter-api:" + number,
                "org.junit.jupiter:junit-jupiter-engine:" + number,
                "org.junit.jupiter:junit-jupiter-params:" + number,
                "org.junit.platform:junit-platform-commons:" + platform,
                "org.junit.platform:junit-platform-engine:" + platform,
                "org.junit.platform:junit-platform-launcher:" + platform,
                "org.opentest4j:opentest4j:" + opentest4j,
                "org.apiguardian:apiguardian-api:1.1.2",
                "org.jspecify:jspecify:" + System.getProperty("it.jspecify")));
    }

    @Override
    public String toString() {
        return number;
    }
}
