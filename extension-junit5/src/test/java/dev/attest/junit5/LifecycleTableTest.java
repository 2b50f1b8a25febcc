package dev.attest.junit5;

import dev.attest.junit5.live.LifecycleTable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The README promises nothing that no test holds. */
class LifecycleTableTest {

    private static final String[] PACKAGES = {
        "dev.attest.junit5", "dev.attest.junit5.live", "dev.attest.junit5.conformance"
    };

    @Test
    void namesATestForEachShape() throws IOException {
        LifecycleTable table =
                LifecycleTable.read(Path.of(System.getProperty("checkout.root"), "extension-junit5", "README.md"));

        assertThat(table.size()).isGreaterThan(40);
        assertThat(table.problems(PACKAGES)).isEmpty();
    }

    @Test
    void isNotFooled(@TempDir Path folder) throws IOException {
        Path readme = Files.writeString(folder.resolve("README.md"), """
                | setting | default |
                |---|---|
                | anything | |

                | shape | published | proved by |
                |---|---|---|
                | a | b | `LifecycleTableTest.isNotFooled` |
                | a | b | `LifecycleTableTest.isNotFooled`, `LifecycleTableTest.noSuchTest` |
                | a | b | `NoSuchTest.isNotFooled` |
                | a | b | `LifecycleTest.ledgerOf` |
                | a | b | believe us |
                | a | b | |
                """);

        LifecycleTable table = LifecycleTable.read(readme);

        assertThat(table.size()).isEqualTo(6);
        assertThat(table.problems(PACKAGES))
                .isEqualTo(List.of(
                        "line 8: there is no test LifecycleTableTest.noSuchTest",
                        "line 9: there is no test NoSuchTest.isNotFooled",
                        "line 10: there is no test LifecycleTest.ledgerOf",
                        "line 11: names no test, as `Class.method`: believe us",
                        "line 12: a cell is empty"));
    }
}
