package dev.attest.systemtests.testng;

import dev.attest.systemtests.TestNgVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.SuiteMain;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What holds for listeners of users on the newest TestNG holds on each: the same tests, on its class path. */
class FinalStatusIT {

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void isWhatEachTestNgReportsInTheEnd(TestNgVersion version) throws Exception {
        ChildJvm jvm = new ChildJvm(folder, Map.of()).main(SuiteMain.class, version.inPlaceOfOurs());

        ChildJvm.Ended child = jvm.await(
                jvm.start(List.of("dev.attest.testng.FinalStatusTest", "dev.attest.testng.ListenerCallsTest")));

        assertThat(child.out()).as(child.err()).contains("ran 132, passed 132, failed 0");
    }
}
