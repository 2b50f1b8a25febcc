package dev.attest.standin.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class AssumptionPageTest {

    private static final Pattern NAME_OF_A_ROW = Pattern.compile("^\\| `([a-z0-9-]+)` \\|");

    @Test
    void listsEveryAssumptionInOrder() throws IOException {
        List<String> lines =
                Files.readAllLines(Path.of(System.getProperty("checkout.root"), "transport/guide/assumptions.md"));

        List<String> names = lines.stream()
                .map(NAME_OF_A_ROW::matcher)
                .filter(Matcher::find)
                .map(row -> row.group(1))
                .toList();
        assertThat(names)
                .isEqualTo(Arrays.stream(Assumption.values())
                        .map(Assumption::label)
                        .toList());
    }
}
