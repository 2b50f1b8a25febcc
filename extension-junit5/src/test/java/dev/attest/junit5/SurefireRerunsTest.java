package dev.attest.junit5;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class SurefireRerunsTest {

    @TempDir
    Path folder;

    @Test
    void followEachFailureAsOftenAsTheProviderIsToldTo() throws IOException {
        SurefireReruns reruns = SurefireReruns.of(command("rerunFailingTestsCount=2\n"));

        assertThat(reruns.willRerun("a")).isTrue();
        assertThat(reruns.willRerun("b")).isTrue();
        assertThat(reruns.willRerun("a")).isTrue();
        assertThat(reruns.willRerun("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "rerunFailingTestsCount=", "rerunFailingTestsCount=many", "other=2", "\\u00zz"})
    void areNotForetoldWhereTheProviderIsNotToldOfAny(String provider) throws IOException {
        assertThat(SurefireReruns.of(command(provider)).willRerun("a")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "com.intellij.rt.junit.JUnitStarter -ideVersion5 -junit5",
                "/x/surefirebooter.jar",
                "/x/surefirebooter.jar /a folder with spaces/target/surefire jvmRun1 surefire_1tmp",
                "/x/surefirebooter.jar /nowhere run surefire_1tmp"
            })
    void areNotForetoldWhereTheCommandNamesNoFile(String command) {
        assertThat(SurefireReruns.of(command).willRerun("a")).isFalse();
    }

    private String command(String provider) throws IOException {
        Files.writeString(folder.resolve("surefire-1tmp"), provider);
        return "/x/target/surefire/surefirebooter-1.jar " + folder + " 2026-11-21T12-06-41_423-jvmRun1 surefire-1tmp x";
    }
}
