package dev.attest.testng;

import dev.attest.junit5.live.LifecycleTable;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The README promises nothing that no test holds. */
class LifecycleTableTest {

    @Test
    void namesATestForEachShape() throws IOException {
        LifecycleTable table =
                LifecycleTable.read(Path.of(System.getProperty("checkout.root"), "extension-testng", "README.md"));

        assertThat(table.size()).isGreaterThan(40);
        assertThat(table.problems("dev.attest.testng", "dev.attest.testng.live", "dev.attest.testng.conformance"))
                .isEmpty();
    }
}
