package dev.attest.junit5;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tells whether Surefire or Failsafe will run a failed test again. A fork is not told of
 * {@code rerunFailingTestsCount}, but the file that its provider is configured by is there as long as it runs, and the
 * command line names it:
 *
 * <pre>.../surefirebooter-1.jar .../target/surefire 2026-11-21T12-06-41_423-jvmRun1 surefire-1tmp surefire_0-2tmp</pre>
 *
 * <p>Where that is not so, or in another tool, no test is known to be run again until it is. Thread-safe.
 */
final class SurefireReruns {

    private static final String COUNT = "rerunFailingTestsCount";
    private static final int FOLDER = 1;
    private static final int FILE = 3;

    private final int most;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    SurefireReruns(int most) {
        this.most = most;
    }

    /** @param command what this JVM was started with: the program and its arguments, separated by spaces */
    static SurefireReruns of(String command) {
        String[] parts = command.split(" ", -1);
        boolean fork = parts.length > FILE && parts[0].contains("surefirebooter");
        return new SurefireReruns(fork ? count(parts[FOLDER], parts[FILE]) : 0);
    }

    /** Notes that a test has failed, and returns whether it will be run again. */
    boolean willFollow(String uniqueId) {
        return most > 0 && failures.merge(uniqueId, 1, Integer::sum) <= most;
    }

    private static int count(String folder, String file) {
        Properties provider = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(folder, file))) {
            provider.load(text);
            return Integer.parseInt(provider.getProperty(COUNT, "0"));
        } catch (IOException | RuntimeException e) {
            // Another layout than the one that is known, or a path with a space: then nothing is foretold.
            return 0;
        }
    }
}
