package dev.attest.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

class ReadmeTest {

    @ParameterizedTest
    @EnumSource
    void namesEverySetting(Key key) throws IOException {
        String readme = Files.readString(Path.of(System.getProperty("checkout.root"), "README.md"));

        assertThat(readme).contains("| `" + key.property() + "` | `" + key.environmentName() + "` |");
    }
}
