package dev.attest.systemtests;

import dev.attest.testkit.ChildJvm;
import java.io.File;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The versions of TestNG that the same jar is run on. */
public enum TestNgVersion {
    /** The floor. */
    V7_5("7.5.1", "com.beust:jcommander:1.78"),
    V7_8("7.8.0", "com.beust:jcommander:1.82"),
    /** The newest. */
    V7_12("7.12.0", "org.jcommander:jcommander:1.83");

    private final String number;
    private final String jcommander;

    TestNgVersion(String number, String jcommander) {
        this.number = number;
        this.jcommander = jcommander;
    }

    /** Returns the jars of TestNG and what it needs. */
    public List<String> jars() {
        String slf4j = System.getProperty("it.slf4j");
        return Jars.of(List.of(
                "org.testng:testng:" + number,
                jcommander,
                "org.slf4j:slf4j-api:" + slf4j,
                "org.slf4j:slf4j-nop:" + slf4j,
                "org.jspecify:jspecify:" + System.getProperty("it.jspecify")));
    }

    @Override
    public String toString() {
        return number;
    }

    /** Returns the class path of this JVM with this TestNG in the place of its own. */
    public String inPlaceOfOurs() {
        return Stream.concat(
                        jars().stream(),
                        Arrays.stream(ChildJvm.withoutStandIn().split(File.pathSeparator))
                                .filter(entry ->
                                        !Path.of(entry).getFileName().toString().matches("(testng|jcommander)-\\d.*")))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
