package dev.attest.systemtests.builds;

import java.util.List;

/** The versions that this build has, in the poms of projects among its sources: {@code @junit.version@} is JUnit's. */
public final class Placeholders {

    private static final List<String> NAMES = List.of("junit", "testng", "cucumber", "selenium");

    private Placeholders() {}

    public static String fill(String pom) {
        String filled = pom.replace("@attest.version@", System.getProperty("it.version"));
        for (String name : NAMES) {
            filled = filled.replace("@" + name + ".version@", System.getProperty("it." + name));
        }
        return filled;
    }
}
