package dev.attest.systemtests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** The guide promises nothing that no test holds. */
class PromisesPageTest {

    private static final Path CHECKOUT = Path.of(System.getProperty("checkout.root"));

    @Test
    void namesALimitAndATestForEachPromise() throws IOException {
        TestSources tests = new TestSources(CHECKOUT.resolve("transport"));
        TestSources ofJUnit = new TestSources(CHECKOUT.resolve("extension-junit5"));
        LifecycleTable table = LifecycleTable.read(CHECKOUT.resolve("transport/guide/promises.md"));

        assertThat(table.size()).isGreaterThan(40);
        assertThat(table.problems((type, method) -> tests.hasTest(type, method) || ofJUnit.hasTest(type, method)))
                .isEmpty();
    }

    @Test
    void isNotFooled(@TempDir Path folder) throws IOException {
        Path page = Files.writeString(folder.resolve("promises.md"), """
                | promise | limit | proved by |
                |---|---|---|
                | a | b | `PromisesPageTest.isNotFooled` |
                | a | b | `JournalModelTest.keepsWhatWasForcedAndInventsNothing` |
                | a | | `PromisesPageTest.isNotFooled` |
                | a | b | `PromisesPageTest.noSuchTest` |
                | a | b | `RunJournalTest.begin` |
                | a | b | `LifecycleTable.read` |
                | a | b | believe us |
                """);
        TestSources tests = new TestSources(CHECKOUT.resolve("transport"));

        assertThat(LifecycleTable.read(page).problems(tests::hasTest))
                .isEqualTo(List.of(
                        "line 5: a cell is empty",
                        "line 6: there is no test PromisesPageTest.noSuchTest",
                        "line 7: there is no test RunJournalTest.begin",
                        "line 8: there is no test LifecycleTable.read",
                        "line 9: names no test, as `Class.method`: believe us"));
    }
}
