package dev.attest.docs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The code that pages may show: Java of the samples and of the tests, which the build compiles, and files of the
 * samples in other languages. What a page shows is a contiguous part of one of these files. White space does not count,
 * except for the lines and the relative indentation of YAML and properties.
 */
final class SampleCode {

    private static final Map<String, List<String>> ENDINGS = Map.of(
            "java", List.of(".java"),
            "xml", List.of(".xml"),
            "properties", List.of(".properties"),
            "yaml", List.of(".yml", ".yaml"),
            "kotlin", List.of(".kts"),
            "groovy", List.of(".gradle", "Jenkinsfile"));
    private static final Set<String> BY_LINES = Set.of("yaml", "properties");
    private static final Set<String> FREE = Set.of("", "sh", "powershell", "json");

    private final Checkout checkout;
    private final Map<String, List<String>> texts = new HashMap<>();

    SampleCode(Checkout checkout) {
        this.checkout = checkout;
    }

    /** Returns whether blocks of this language are compared, or need not be. */
    boolean knows(String language) {
        return ENDINGS.containsKey(language) || FREE.contains(language);
    }

    /** Returns whether a file has this code, or its language need not be compared. */
    boolean has(MarkdownPage.CodeBlock block) {
        if (FREE.contains(block.language())) {
            return true;
        }
        List<String> files = texts.computeIfAbsent(block.language(), this::read);
        if (BY_LINES.contains(block.language())) {
            List<String> lines = block.code().stripIndent().strip().lines().toList();
            return files.stream().anyMatch(file -> hasLines(file.lines().toList(), lines));
        }
        String code = withoutSpace(block.code());
        return files.stream().anyMatch(file -> file.contains(code));
    }

    private List<String> read(String language) {
        return checkout
                .files(path -> mayBeShown(path, language)
                        && ENDINGS.get(language).stream().anyMatch(path::endsWith))
                .stream()
                .map(checkout::read)
                .map(text -> BY_LINES.contains(language) ? text : withoutSpace(text))
                .toList();
    }

    /** The tests of the pages themselves contain bad examples. */
    private static boolean mayBeShown(String path, String language) {
        return path.startsWith("samples/")
                || (language.equals("java") && path.contains("/src/test/") && !path.contains("/dev/attest/docs/"));
    }

    private static boolean hasLines(List<String> file, List<String> lines) {
        return IntStream.rangeClosed(0, file.size() - lines.size()).anyMatch(start -> {
            String first = file.get(start);
            String indent =
                    first.substring(0, first.length() - first.stripLeading().length());
            return IntStream.range(0, lines.size()).allMatch(index -> {
                String line = lines.get(index);
                return file.get(start + index).stripTrailing().equals(line.isBlank() ? "" : indent + line);
            });
        });
    }

    private static String withoutSpace(String text) {
        return text.replaceAll("\\s+", "");
    }
}
