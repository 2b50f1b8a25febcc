package dev.attest.systemtests.evidence;

import dev.attest.systemtests.JUnitVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.NewerJava;
import dev.attest.testkit.Printed;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.SuiteMain;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** What tests print is on the very test that printed it, or on the run, and on no other test. */
class ConsoleOutputIT {

    private static final Pattern LINE = Pattern.compile("id=(\\w+) (\\S+)");
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(names = {"V5_8", "V5_14", "V6"})
    void isOnTheTestThatPrintedItInEachWay(JUnitVersion version) throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, always(service))
                    .main(SuiteMain.class, version.classPath(folder, TalkingSuites.class, SuiteMain.class))
                    .run(TalkingSuites.EachWay.class);
            Printed printed = new Printed(service);
            Map<String, List<String>> outputs = new TreeMap<>();
            for (ServiceView.Result result : service.results()) {
                outputs.put(
                        result.name().replaceAll(".*\\.", ""),
                        printed.of(result, Printed.OUT).lines().sorted().toList());
            }

            assertThat(child.out()).as(child.err()).contains("ran 3, passed 3").contains("first: raw");
            assertThat(outputs.get("first"))
                    .containsExactlyElementsOf(Stream.concat(
                                    Stream.of(
                                            "constructor",
                                            "before each",
                                            "first: own thread",
                                            "first: thread",
                                            "first: preemptive timeout",
                                            "first: shared executor",
                                            "first: common pool",
                                            "first: future",
                                            "after each"),
                                    IntStream.range(0, 8).mapToObj(i -> "first: stream " + i))
                            .sorted()
                            .toList());
            assertThat(outputs.get("second"))
                    .containsExactly("after each", "before each", "constructor", "second: shared executor");
            assertThat(outputs.get("third"))
                    .containsExactly("after each", "before each", "constructor", "third: thread of the timeout");
            assertThat(printed.ofRun(Printed.OUT).lines())
                    .containsExactly(
                            "[main] static initializer",
                            "[main] before all",
                            "[straggler] first: too late",
                            "[main] after all");
            assertThat(printed.ofRun(Printed.ERR)).isEmpty();
            for (ServiceView.Result result : service.results()) {
                assertThat(printed.of(result, Printed.ERR))
                        .isEqualTo(result.name().endsWith("second") ? "second: own thread\n" : "");
            }
        }
    }

    @Test
    void isOnNoOtherTestThoughWorkersHelpEachOther() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, always(service))
                    .option("-Djunit.jupiter.execution.parallel.enabled=true")
                    .option("-Djunit.jupiter.execution.parallel.config.strategy=fixed")
                    .option("-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4")
                    .run(TalkingSuites.Crowd.class);
            assertThat(child.out()).as(child.err()).contains("ran 1000, passed 1000");
            Printed printed = new Printed(service);
            Set<String> owners = new HashSet<>();
            Map<String, Integer> onTests = new TreeMap<>();

            for (ServiceView.Result result : service.results()) {
                List<MatchResult> lines = linesOf(printed.of(result, Printed.OUT));
                Set<String> ids = lines.stream().map(line -> line.group(1)).collect(Collectors.toSet());
                assertThat(ids).as(result.title()).hasSize(1);
                assertThat(owners.addAll(ids)).as(result.title()).isTrue();
                lines.forEach(line -> onTests.merge(line.group(2), 1, Integer::sum));
            }
            String run = printed.ofRun(Printed.OUT);
            Map<String, Integer> onRun = new TreeMap<>();
            linesOf(run).forEach(line -> onRun.merge(line.group(2), 1, Integer::sum));

            System.out.println("on tests " + onTests + ", on the run " + onRun + ", "
                    + run.lines().filter(line -> line.contains("nested: ")).toList());
            assertThat(owners).hasSize(1000);
            assertThat(onTests).containsEntry("own", 2000).containsEntry("child", 1000);
            assertThat(sum(onTests) + sum(onRun))
                    .as("no line is lost or doubled")
                    .isEqualTo(11_000);
        }
    }

    @Test
    void isOnTheTestWhoseVirtualThreadsPrintedIt() throws Exception {
        Optional<Path> newer = NewerJava.home();
        assumeTrue(newer.isPresent(), NewerJava.MISSING);
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, always(service))
                    .on(newer.get())
                    .option("-Djunit.jupiter.execution.parallel.enabled=true")
                    .option("-Djunit.jupiter.execution.parallel.config.strategy=fixed")
                    .option("-Djunit.jupiter.execution.parallel.config.fixed.parallelism=4")
                    .run(TalkingSuites.Virtual.class);

            Printed printed = new Printed(service);
            assertThat(child.out()).as(child.err()).contains("ran 20, passed 20");
            for (ServiceView.Result result : service.results()) {
                String id = "id=v" + result.title().replaceAll(".*repetition (\\d+) .*", "$1") + " ";
                assertThat(printed.of(result, Printed.OUT).lines())
                        .as(result.title())
                        .containsExactly(
                                id + "body", id + "child", id + "shared-executor", id + "own-executor", id + "future");
            }
            assertThat(printed.ofRun(Printed.OUT)).matches("\\[#\\d+] too late\n");
        }
    }

    @Test
    void isAttachedWhereTheTestSaysSoWhateverIsSet() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(always(service));
            environment.put("ATTEST_OUTPUT", "never");

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(TalkingSuites.Choosy.class);

            Printed printed = new Printed(service);
            Map<String, String> outputs = new TreeMap<>();
            for (ServiceView.Result result : service.results()) {
                outputs.put(result.name().replaceAll(".*\\.", ""), printed.of(result, Printed.OUT));
            }
            assertThat(outputs)
                    .as(child.err())
                    .isEqualTo(new TreeMap<>(Map.of(
                            "talks", "constructor\ntalks\n",
                            "passes", "",
                            "isSkipped", "",
                            "fails", "constructor\nfails\n",
                            "failsInSilence", "")));
        }
    }

    @Test
    void isBoundedHoweverMuchATestPrints() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .option("-Xmx64m")
                    .run(TalkingSuites.Endless.class);
            assertThat(child.out().endsWith("ran 1, passed 0, failed 1" + System.lineSeparator()))
                    .as(child.err())
                    .isTrue();
            String log = new Printed(service).of(service.results().get(0), Printed.OUT);
            List<String> cut =
                    log.lines().filter(line -> line.startsWith("[cut: ")).toList();

            assertThat(log.length()).isBetween(8 * MEGABYTE - 1000, 8 * MEGABYTE + 70_000);
            assertThat(log).startsWith("1000000 x").endsWith("x\n").contains("\n1999999 x");
            assertThat(cut).hasSize(1);
            assertThat(Long.parseLong(cut.get(0).replaceAll("\\D+", "")) + log.length())
                    .isEqualTo(99_000_000 + cut.get(0).length() + 1);
            try (Stream<Path> left = Files.walk(folder.resolve("journal"))) {
                assertThat(left.filter(Files::isRegularFile)).allMatch(file -> file.endsWith("attest-summary.md"));
            }
        }
    }

    private Map<String, String> always(Service service) {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_OUTPUT", "always");
        environment.put("ATTEST_END_TIMEOUT", "90s");
        return environment;
    }

    private static List<MatchResult> linesOf(String text) {
        return LINE.matcher(text).results().toList();
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}
