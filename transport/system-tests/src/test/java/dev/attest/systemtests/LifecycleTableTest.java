package dev.attest.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The README promises nothing that no test holds. */
class LifecycleTableTest {

    private static final String HERE = "dev.attest.systemtests";

    @ParameterizedTest
    @ValueSource(strings = {"junit5", "testng"})
    void namesATestForEachShape(String framework) throws IOException {
        LifecycleTable table = LifecycleTable.read(
                Path.of(System.getProperty("checkout.root"), "extension-" + framework, "README.md"));

        assertThat(table.size()).isGreaterThan(40);
        assertThat(table.problems(
                        "dev.attest." + framework,
                        HERE + "." + framework,
                        HERE + "." + framework + ".conformance",
                        HERE + ".builds",
                        HERE + ".delivery",
                        HERE + ".engines",
                        HERE + ".evidence",
                        HERE + ".loaders",
                        HERE + ".reports",
                        HERE + ".services"))
                .isEmpty();
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
        assertThat(table.problems(HERE, "dev.attest.junit5"))
                .isEqualTo(List.of(
                        "line 8: there is no test LifecycleTableTest.noSuchTest",
                        "line 9: there is no test NoSuchTest.isNotFooled",
                        "line 10: there is no test LifecycleTest.ledgerOf",
                        "line 11: names no test, as `Class.method`: believe us",
                        "line 12: a cell is empty"));
    }
}
