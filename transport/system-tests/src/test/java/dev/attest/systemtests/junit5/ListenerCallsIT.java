package dev.attest.systemtests.junit5;

import dev.attest.systemtests.JUnitVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What a listener or an extension of a user says in a callback belongs to the test of the callback, whether the
 * Platform tells that listener or ours first.
 */
class ListenerCallsIT {

    private static final Set<String> OF_ATTEST =
            Set.of("stack-trace.txt", "Standard_Console_Output.log", "Standard_Console_Error.log");

    private static final List<String> AROUND = List.of(
            "afterEach", "beforeEach", "close", "executionFinished", "executionStarted", "preDestroyTestInstance");
    private static final List<String> IN_THE_BODY = List.of("afterTestExecution", "beforeTestExecution");
    private static final List<String> OF_A_METHOD = List.of("interceptTestMethod");
    private static final List<String> THROWN = List.of("handleTestExecutionException");
    private static final List<String> OF_THE_PLATFORM = List.of("executionFinished", "executionStarted");
    private static final List<String> ENTRY = List.of("reportingEntryPublished");

    private static final Map<String, List<String>> CALLBACKS = new TreeMap<>(Map.of(
            "aborts()", of(AROUND, IN_THE_BODY, OF_A_METHOD, THROWN, ENTRY, List.of("testAborted")),
            "breaks()",
                    of(
                            AROUND,
                            List.of(
                                    "handleAfterEachMethodExecutionException",
                                    "handleBeforeEachMethodExecutionException"),
                            ENTRY,
                            List.of("testFailed")),
            "disabled()", List.of(),
            "fails()", of(AROUND, IN_THE_BODY, OF_A_METHOD, THROWN, ENTRY, List.of("testFailed")),
            "made one", OF_THE_PLATFORM,
            "made two", OF_THE_PLATFORM,
            "passes()", of(AROUND, IN_THE_BODY, OF_A_METHOD, ENTRY, List.of("testSuccessful")),
            "row 1", of(AROUND, IN_THE_BODY, ENTRY, List.of("testSuccessful")),
            "row 2", of(AROUND, IN_THE_BODY, ENTRY, List.of("testSuccessful"))));

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "V5_8, true, false",
        "V5_12, false, true",
        "V5_14, true, true",
        "V5_14, false, false",
        "V6, true, true",
        "V6, false, true"
    })
    void belongToTheTestOfTheCallback(JUnitVersion version, String usersFirst, String parallel) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm jvm = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .main(ListenerCalls.class, version.classPath(folder, ListenerCalls.class));

            ChildJvm.Ended child = jvm.await(jvm.start(List.of(usersFirst, parallel)));

            Map<String, List<String>> comments = new TreeMap<>();
            Map<String, List<String>> files = new TreeMap<>();
            int run = service.view().runs().get(0).id();
            for (ServiceView.Result row : service.results()) {
                String test = row.title().replaceAll(".* › ", "");
                List<String> attached = service.view().attachments(run, row.id()).stream()
                        .map(ServiceView.Attachment::fileName)
                        .filter(file -> !OF_ATTEST.contains(file))
                        .map(file -> file.replace(".txt", ""))
                        .sorted()
                        .toList();
                if (row.title().contains("Stealing")) {
                    assertThat(said(row, test)).as(test).isEqualTo(OF_THE_PLATFORM);
                    assertThat(attached).as(test).isEqualTo(OF_THE_PLATFORM);
                } else {
                    comments.put(test, said(row, test));
                    files.put(test, attached);
                }
            }
            assertThat(comments).as(child.out() + child.err()).isEqualTo(CALLBACKS);
            assertThat(files).isEqualTo(CALLBACKS);
            assertThat(child.out())
                    .as("each call that belongs to no test is counted")
                    .contains("calls of no test did nothing")
                    .contains("Attest.attach in dev.attest.systemtests.junit5.ListenerCalls$Speaker.executionFinished");
        }
    }

    /** Returns the callbacks that said something on the row, each with the name of its test. */
    private static List<String> said(ServiceView.Result row, String test) {
        return row.comment()
                .lines()
                .filter(line -> line.contains(" of "))
                .map(line -> line.endsWith(" of " + test) ? line.replace(" of " + test, "") : line)
                .sorted()
                .toList();
    }

    @SafeVarargs
    private static List<String> of(List<String>... some) {
        List<String> all = new ArrayList<>();
        for (List<String> each : some) {
            all.addAll(each);
        }
        return all.stream().sorted().toList();
    }
}
