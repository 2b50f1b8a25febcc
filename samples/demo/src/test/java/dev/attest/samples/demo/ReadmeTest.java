package dev.attest.samples.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    private static final Path ROOT = Path.of(System.getProperty("checkout.root"));

    @Test
    void showsCodeThatTheSampleRuns() throws IOException {
        String sample = Files.readString(ROOT.resolve("samples/junit5/src/test/java/shop/CartTest.java"));

        assertThat(snippets("java")).isNotEmpty().allSatisfy(snippet -> assertThat(
                        snippet.lines().map(String::strip))
                .allSatisfy(line -> assertThat(sample).contains(line)));
    }

    @Test
    void showsTheDependencyThatTheSampleHas() throws IOException {
        String sample = Files.readString(ROOT.resolve("samples/junit5/pom.xml"));

        assertThat(snippets("xml"))
                .first()
                .asString()
                .contains("<version>0.1.0-SNAPSHOT</version>")
                .satisfies(snippet -> assertThat(sample.replaceAll("\\s+", ""))
                        .contains(snippet.replaceAll("\\s+", "").replace("<version>0.1.0-SNAPSHOT</version>", "")));
    }

    private static List<String> snippets(String language) throws IOException {
        Matcher fences = Pattern.compile("```" + language + "\n(.*?)```", Pattern.DOTALL)
                .matcher(Files.readString(ROOT.resolve("README.md")));
        return fences.results().map(fence -> fence.group(1)).toList();
    }
}
