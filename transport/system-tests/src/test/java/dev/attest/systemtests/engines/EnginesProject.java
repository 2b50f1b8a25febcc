package dev.attest.systemtests.engines;

import dev.attest.systemtests.builds.Placeholders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A project with tests of every engine, in Java, Groovy, Kotlin and Gherkin, as it is or with changes that do not make
 * other tests of its tests. Its sources are parted by lines {@code // ----} into blocks that may stand in any order.
 */
final class EnginesProject {

    private static final Path SOURCES = Path.of("src/test/projects/engines");
    private static final Pattern BETWEEN_BLOCKS = Pattern.compile("(?m)^( *)(?://|#) ----\\n");
    private static final String SHOWN = "@shown@";
    private static final String POM = "pom.xml";
    private static final String NAMES = "names.txt";

    private EnginesProject() {}

    /** Returns the names that the tests have, by the place where they are written. */
    static Map<String, List<String>> names() throws IOException {
        Map<String, List<String>> names = new TreeMap<>();
        String storage = "";
        for (String line : Files.readAllLines(SOURCES.resolve(NAMES))) {
            if (line.startsWith("  ")) {
                names.computeIfAbsent(storage, each -> new ArrayList<>()).add(line.strip());
            } else {
                storage = line;
            }
        }
        return names;
    }

    static void writeTo(Path folder) throws IOException {
        write(folder, false);
    }

    /** Inserts lines on top of each source, reverses the order of tests, and shows invocations under other names. */
    static void writeChangedTo(Path folder) throws IOException {
        write(folder, true);
    }

    private static void write(Path folder, boolean changed) throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(EnginesProject::isOfTheProject)::iterator) {
                Path copy = folder.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                String text = Files.readString(file);
                Files.writeString(copy, file.endsWith(POM) ? Placeholders.fill(text) : source(copy, text, changed));
            }
        }
    }

    private static boolean isOfTheProject(Path file) {
        return Files.isRegularFile(file) && !file.endsWith(NAMES);
    }

    private static String source(Path file, String text, boolean changed) {
        if (!changed) {
            return text.replace(SHOWN, "first");
        }
        String line = (file.toString().endsWith(".feature") ? "#" : "//") + " a line\n";
        return line.repeat(3) + reversed(text).replace(SHOWN, "another");
    }

    /** Reverses the blocks between the least indented marks, and those within each of them. */
    private static String reversed(String text) {
        Matcher marks = BETWEEN_BLOCKS.matcher(text);
        int indentation =
                marks.results().mapToInt(mark -> mark.group(1).length()).min().orElse(-1);
        if (indentation < 0) {
            return text;
        }
        List<String> blocks = new ArrayList<>(List.of(text.split("(?m)^ {" + indentation + "}(?://|#) ----\\n", -1)));
        blocks.replaceAll(EnginesProject::reversed);
        Collections.reverse(blocks.subList(1, blocks.size() - 1));
        return String.join("", blocks);
    }
}
