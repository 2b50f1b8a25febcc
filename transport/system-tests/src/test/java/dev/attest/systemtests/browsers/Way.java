package dev.attest.systemtests.browsers;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A way to hold or to quit a browser, and what is expected of the tests that do so. All ways are in one table, a line
 * each. A test is pictured by its marks, without the name of the way:
 *
 * <pre>{@code
 * OpensTwo | JUnit, TestNG | fails = left right
 * Retried  | TestNG        | fails = -, fails#1 = fails-1, fails#2 = fails-2
 * }</pre>
 *
 * @param framework that runs its tests
 * @param name of the class of its tests, or of their feature
 * @param pictures by test
 */
record Way(String framework, String name, Map<String, String> pictures) {

    /** Returns those of all frameworks. */
    static List<Way> all() throws IOException {
        return Files.readAllLines(HeldProjects.SOURCES.resolve("ways.txt")).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .flatMap(Way::of)
                .toList();
    }

    private static Stream<Way> of(String line) {
        String[] cells = line.split("\\|");
        Map<String, String> pictures = Arrays.stream(cells[2].split(","))
                .map(each -> each.split("="))
                .collect(Collectors.toMap(pair -> pair[0].strip(), pair -> pair[1].strip(), (a, b) -> a, TreeMap::new));
        return Arrays.stream(cells[1].split(","))
                .map(framework -> new Way(framework.strip(), cells[0].strip(), pictures));
    }

    @Override
    public String toString() {
        return framework + " " + name;
    }
}
