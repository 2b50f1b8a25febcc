package dev.attest.systemtests.testng;

import java.io.IOException;
import java.nio.file.Files;
import org.testng.TestNG;

/** Runs the classes that a system property names, as {@code org.testng.TestNG} does from the command line. */
final class TestNGMain {

    static final String CLASSES = "classes";

    private TestNGMain() {}

    public static void main(String[] args) throws IOException {
        String reports = Files.createTempDirectory("testng").toString();
        TestNG.privateMain(
                new String[] {"-testclass", System.getProperty(CLASSES), "-usedefaultlisteners", "false", "-d", reports
                },
                null);
    }
}
