package dev.attest.internal.process;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ProcessStartTest {

    private static final String AFTER_NAME =
            " S 2090 2096 2090 34816 2096 4194304 1 0 0 0 5 1 0 0 20 0 29 0 8372911 9 9\n";

    @ParameterizedTest
    @ValueSource(strings = {"java", "my program", "a) b (c", "(", ")", ") S 1 1 1"})
    void isReadAfterTheNameOfAnyProgram(String name) {
        assertThat(ProcessStart.of("2096 (" + name + ")" + AFTER_NAME, "6f0c2d11-85d9"))
                .contains(new ProcessStart(8372911, "6f0c2d11-85d9"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "2096", "2096 (java) S 2090", "2096 (java) S 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 1 x 1"})
    void isUnknownIfTheSystemWritesSomethingElse(String stat) {
        assertThat(ProcessStart.of(stat, "6f0c2d11-85d9")).isEmpty();
    }

    @Test
    void isUnknownWithoutTheIdOfTheBoot() {
        assertThat(ProcessStart.of("2096 (java)" + AFTER_NAME, "")).isEmpty();
    }

    @Test
    void isShortAndSafeInAFileName() {
        assertThat(new ProcessStart(8372911, "6f0c2d11-85d9").key()).isEqualTo("4zgkv-6f0c2d11");
        assertThat(new ProcessStart(35, "6f").key()).isEqualTo("z-6f");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void isThatOfOneProcess() {
        Optional<ProcessStart> own = ProcessStart.of(ProcessHandle.current().pid());

        assertThat(own)
                .isPresent()
                .isEqualTo(ProcessStart.of(ProcessHandle.current().pid()));
        assertThat(ProcessStart.of(Long.MAX_VALUE)).isEmpty();
    }
}
