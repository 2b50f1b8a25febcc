package dev.attest.systemtests.testng;

import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Printed;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What tests of TestNG print is on the very test, with its set-up and its tear-down, or on the run. */
class ConsoleOutputIT {

    @TempDir
    Path folder;

    @Test
    void isOnTheTestThatPrintedIt() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_OUTPUT", "always");

            ChildJvm.Ended child = new UserProject(folder).with("TalkTest").testWithoutMaven(environment);

            Printed printed = new Printed(service);
            Map<String, String> outputs = new TreeMap<>();
            for (ServiceView.Result result : service.results()) {
                outputs.put(result.title(), printed.of(result, Printed.OUT) + printed.of(result, Printed.ERR));
            }
            assertThat(outputs)
                    .as(child.err())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "TalkTest › first",
                            "set-up\nfirst: own thread\nfirst: thread\ntear-down\nfirst: log\nfirst: error\n",
                            "TalkTest › second",
                            "set-up\nsecond: in time\ntear-down\n")));
            assertThat(printed.ofRun(Printed.OUT))
                    .startsWith("[main] constructor\n[main] before class\n[main] after class\n")
                    .contains("[main] Total tests run: 2");
        }
    }

    @Test
    void isAttachedWhereTheTestSaysSoWhateverIsSet() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_OUTPUT", "never");

            ChildJvm.Ended child = new UserProject(folder).with("ChoosyTest").testWithoutMaven(environment);

            Printed printed = new Printed(service);
            Map<String, String> outputs = new TreeMap<>();
            for (ServiceView.Result result : service.results()) {
                outputs.put(result.title(), printed.of(result, Printed.OUT));
            }
            assertThat(outputs)
                    .as(child.err())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "ChoosyTest › failsInSilence", "",
                            "ChoosyTest › isSkipped", "",
                            "ChoosyTest › passes", "",
                            "ChoosyTest › talks", "set-up\ntalks\ntear-down\n")));
        }
    }
}
