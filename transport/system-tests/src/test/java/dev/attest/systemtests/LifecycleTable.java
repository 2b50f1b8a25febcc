package dev.attest.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The tables of a README that say what becomes of each shape of test, and by which test of ours that is known.
 *
 * <pre>{@code
 * | what the test does | what Attest publishes | proved by |
 * |---|---|---|
 * | passes | a result, passed | `LifecycleTest.reportsATestOnceWithItsOutcome` |
 * }</pre>
 */
public final class LifecycleTable {

    private static final String LAST_HEADING = "proved by";
    private static final Pattern TEST = Pattern.compile("`(\\w+)\\.(\\w+)`");

    private record Line(int number, List<String> cells) {

        String proof() {
            return cells.get(cells.size() - 1);
        }
    }

    private final List<Line> lines;

    private LifecycleTable(List<Line> lines) {
        this.lines = lines;
    }

    /** Reads all tables whose last column is named so. */
    public static LifecycleTable read(Path readme) throws IOException {
        List<Line> lines = new ArrayList<>();
        boolean inside = false;
        int number = 0;
        for (String text : Files.readAllLines(readme)) {
            number++;
            Line line = new Line(number, cells(text));
            if (line.cells().isEmpty()) {
                inside = false;
            } else if (inside) {
                lines.add(line);
            } else {
                inside = line.proof().equals(LAST_HEADING);
            }
        }
        lines.removeIf(line -> line.proof().matches("[-: ]+"));
        return new LifecycleTable(lines);
    }

    /** Returns how many shapes it has. */
    public int size() {
        return lines.size();
    }

    /** Returns what is wrong with it: rows that are incomplete, and tests that are in none of these packages. */
    public List<String> problems(String... packages) {
        return problems((type, method) -> isTest(type, method, packages));
    }

    /** Returns what is wrong with it: rows that are incomplete, and classes and methods that are no test. */
    List<String> problems(BiPredicate<String, String> isTest) {
        return lines.stream().flatMap(line -> problems(line, isTest)).toList();
    }

    private static Stream<String> problems(Line line, BiPredicate<String, String> isTest) {
        String where = "line " + line.number() + ": ";
        if (line.cells().stream().anyMatch(String::isEmpty)) {
            return Stream.of(where + "a cell is empty");
        }
        List<String> problems = new ArrayList<>();
        Matcher test = TEST.matcher(line.proof());
        int tests = 0;
        for (; test.find(); tests++) {
            if (!isTest.test(test.group(1), test.group(2))) {
                problems.add(where + "there is no test " + test.group(1) + "." + test.group(2));
            }
        }
        if (tests == 0) {
            problems.add(where + "names no test, as `Class.method`: " + line.proof());
        }
        return problems.stream();
    }

    private static boolean isTest(String type, String method, String... packages) {
        return Arrays.stream(packages)
                .flatMap(each -> find(each + "." + type).stream())
                .flatMap(found -> Arrays.stream(found.getDeclaredMethods()))
                .filter(each -> each.getName().equals(method))
                .flatMap(each -> Arrays.stream(each.getAnnotations()))
                .anyMatch(each -> each.annotationType().getSimpleName().endsWith("Test"));
    }

    private static Optional<Class<?>> find(String name) {
        try {
            return Optional.of(Class.forName(name, false, LifecycleTable.class.getClassLoader()));
        } catch (ClassNotFoundException notThere) {
            return Optional.empty();
        }
    }

    private static List<String> cells(String line) {
        String row = line.strip();
        if (!row.startsWith("|")) {
            return List.of();
        }
        String inner = row.substring(1, row.endsWith("|") ? row.length() - 1 : row.length());
        return Arrays.stream(inner.split("\\|", -1)).map(String::strip).toList();
    }
}
