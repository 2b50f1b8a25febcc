package dev.attest.junit5;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Predicts whether Surefire or Failsafe will rerun a failed test. A fork does not receive
 * {@code rerunFailingTestsCount}, but the configuration file of its provider exists while it runs, and the command line
 * names it:
 *
 * <pre>.../surefirebooter-1.jar .../target/surefire 2026-11-21T12-06-41_423-jvmRun1 surefire-1tmp surefire_0-2tmp</pre>
 *
 * <p>In another layout or tool, no rerun is predicted. Thread-safe.
 */
final class SurefireReruns {

    private static final String COUNT = "rerunFailingTestsCount";
    private static final int FOLDER = 1;
    private static final int FILE = 3;

    private final int maxReruns;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    SurefireReruns(int maxReruns) {
        this.maxReruns = maxReruns;
    }

    /** @param command command line of this JVM: the program and its arguments, separated by spaces */
    static SurefireReruns of(String command) {
        String[] parts = command.split(" ", -1);
        boolean fork = parts.length > FILE && parts[0].contains("surefirebooter");
        return new SurefireReruns(fork ? count(parts[FOLDER], parts[FILE]) : 0);
    }

    /** Records a failure of a test, and returns whether the test will be rerun. */
    boolean willRerun(String uniqueId) {
        return maxReruns > 0 && failures.merge(uniqueId, 1, Integer::sum) <= maxReruns;
    }

    private static int count(String folder, String file) {
        Properties provider = new Properties();
        try (Reader text = Files.newBufferedReader(Path.of(folder, file))) {
            provider.load(text);
            return Integer.parseInt(provider.getProperty(COUNT, "0"));
        } catch (IOException | RuntimeException e) {
            // An unknown layout, or a path with a space: no rerun is predicted.
            return 0;
        }
    }
}
