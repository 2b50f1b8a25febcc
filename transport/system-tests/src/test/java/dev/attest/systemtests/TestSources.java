package dev.attest.systemtests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The sources of the tests of all modules. Not all of their classes are on one class path. */
final class TestSources {

    private static final Pattern TEST = Pattern.compile("^ +@\\w*(Test|Property)\\b", Pattern.MULTILINE);

    private final Map<String, List<Path>> byClass = new HashMap<>();

    /** Finds the sources below a checkout. */
    TestSources(Path checkout) throws IOException {
        try (Stream<Path> files = Files.walk(checkout)) {
            files.filter(file -> file.toString().contains("/src/test/java/"))
                    .filter(file -> file.toString().endsWith(".java"))
                    .forEach(file -> byClass.computeIfAbsent(
                                    file.getFileName().toString().replace(".java", ""), name -> new ArrayList<>())
                            .add(file));
        }
    }

    /** Returns whether a class of that simple name has a test method of that name. */
    boolean hasTest(String type, String method) {
        return byClass.getOrDefault(type, List.of()).stream().anyMatch(file -> hasTest(file, method));
    }

    /** The annotations of a method stand before it, without a blank line between. */
    private static boolean hasTest(Path file, String method) {
        String text;
        try {
            text = Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Matcher declared = Pattern.compile("\\bvoid " + method + "\\(").matcher(text);
        if (!declared.find()) {
            return false;
        }
        int block = text.lastIndexOf("\n\n", declared.start());
        return TEST.matcher(text.substring(Math.max(0, block), declared.start()))
                .find();
    }
}
