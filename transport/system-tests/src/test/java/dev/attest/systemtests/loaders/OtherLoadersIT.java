package dev.attest.systemtests.loaders;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.QaCompleteView;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.WorkItemsView;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Projects whose tests run in class loaders of their own, so that Attest is loaded more than once: those of Quarkus, of
 * Spring Boot's devtools and of PowerMock, and one for each test of JUnit and TestNG. Whatever the tests add arrives as
 * if there was one Attest.
 */
class OtherLoadersIT {

    private static final Path PROJECTS = Path.of("src/test/projects");
    private static final int PLAN = 10;
    private static final int SUITE = 12;

    private static final String QACOMPLETE = """
            {"projects":[{"id":1,
              "tests":[{"id":10,"title":"ten"},{"id":20,"title":"twenty"}],
              "testsets":[{"id":5,"title":"Small","tests":[10,20]}]}]}
            """;

    /** What {@code Evidence} attaches. */
    private static final String EVIDENCE = " cart.json generalAttachment log.bin consoleLog note.txt generalAttachment"
            + " raw.bin generalAttachment summary.txt tmiTestRunSummary trace.txt intermediateCollectorData";

    private static final String PICTURES = " (page-source.html|screenshot.png) generalAttachment";

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static final Map<String, Integer> ITEMS = new HashMap<>();

    @TempDir
    static Path folder;

    private static Reactor.Built built;

    @BeforeAll
    static void buildThem() throws Exception {
        Reactor reactor = new Reactor(folder.resolve("projects"));
        for (String project : List.of("junit", "testng", "quarkus")) {
            add(reactor, project);
        }
        built = reactor.test(Map.of());
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    /** Only AttestExtension takes pictures in JUnit, and Vintage has no extensions. A driver is one of its thread. */
    @Test
    void attachesWhatComesFromALoaderForEachTest() {
        assertThat(filesOf("junit")).as(said("junit")).isEqualTo("""
                DevtoolsTest › fails(): evidence
                MockedTest › fails: evidence
                PluginTest › fails(): evidence pictures
                PluginTest › passesOnAThread(): evidence
                ReloadedTest › fails(): evidence pictures
                ReloadedTest › passes():
                """);
        assertThat(commentOn("junit", "ReloadedTest › passes()")).isEqualTo("another comment");
    }

    @Test
    void attachesWhatComesFromInstancesOfAnotherLoader() {
        assertThat(filesOf("testng")).as(said("testng")).isEqualTo("""
                HookedNgTest › fails: evidence pictures
                MadeNg › [1] › fails: evidence pictures
                MadeNg › [1] › failsWithoutAPicture:
                MadeNg › [1] › talks: Standard_Console_Output.log consoleLog
                """);
    }

    @Test
    void attachesWhatComesFromTheLoaderOfQuarkus() {
        assertThat(filesOf("quarkus")).as(said("quarkus")).isEqualTo("""
                CartTest › Inner › within(): within.txt generalAttachment
                CartTest › adds(int) › [1] 1:
                CartTest › adds(int) › [2] 2:
                CartTest › fails(): evidence pictures
                CartTest › failsWithoutAPicture():
                CartTest › talks(): Standard_Console_Output.log consoleLog
                FieldTest › fails(): pictures
                PlainTest › passes(): plain.txt generalAttachment
                """);
        assertThat(commentOn("quarkus", "CartTest › adds(int) › [1] 1"))
                .containsOnlyOnce("Arguments: 1")
                .containsOnlyOnce("adding");
        assertThat(commentOn("quarkus", "PlainTest › passes()")).isEqualTo("plain");
    }

    @ParameterizedTest
    @ValueSource(strings = {"testng", "quarkus"})
    void readsTheAnnotationsOfOtherLoaders(String project) throws Exception {
        Service service = SERVICES.get(project);
        String item = "Task " + ITEMS.get(project) + ": ";

        assertThat(service.view().points(PLAN, SUITE))
                .as(said(project))
                .containsEntry(126, "Passed")
                .containsEntry(127, "Failed");
        assertThat(QaCompleteView.of(service.standIn()).run("1"))
                .contains("\"nbr_passed\":0", "\"nbr_failed\":1", "\"nbr_awaiting_run\":1");
        assertThat(service.results().stream()
                        .filter(result -> result.title().matches("(CartTest|MadeNg) .*"))
                        .map(ServiceView.Result::comment))
                .hasSizeGreaterThanOrEqualTo(3)
                .allMatch(comment -> comment.contains(item));
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "testng", "quarkus"})
    void putsFilesOnItemsAndCommentsOnResults(String project) throws Exception {
        Service service = SERVICES.get(project);
        List<ServiceView.Result> withEvidence = service.results().stream()
                .filter(result -> filesOf(project, result).startsWith(" evidence"))
                .toList();

        assertThat(withEvidence)
                .as(said(project))
                .isNotEmpty()
                .allMatch(result -> result.comment().contains("a comment"));
        assertThat(new WorkItemsView(service.standIn()).files(ITEMS.get(project)))
                .extracting(
                        file -> file.name() + ": " + file.comment().replaceFirst("\", attempt 1, in the run .*", ""))
                .containsExactlyInAnyOrderElementsOf(withEvidence.stream()
                        .flatMap(result -> Stream.of(
                                "cart.json: a cart (Attached by the test \"" + result.title(),
                                "trace.txt: Attached by the test \"" + result.title()))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"junit", "testng", "quarkus"})
    void opensOneRunForAllLoaders(String project) {
        assertThat(SERVICES.get(project).view().runs())
                .hasSize(1)
                .allMatch(run -> run.state().equals("Completed"));
        assertThat(said(project)).doesNotContain("calls of no test");
        assertThat(said(project).lines().filter(line -> line.matches("Attest: \\d+ tests?\\b.*")))
                .hasSize(1);
    }

    private static void add(Reactor reactor, String project) throws IOException, InterruptedException {
        Path plan = folder.resolve("test-plan.json");
        try (InputStream resource =
                OtherLoadersIT.class.getResourceAsStream("/dev/attest/systemtests/services/test-plan.json")) {
            Files.write(plan, resource.readAllBytes());
        }
        Service service = Service.start(StandInOptions.defaults()
                .withPlans(plan)
                .withQaComplete(QaCompletePolicy.defaults().withSeed(QACOMPLETE)));
        SERVICES.put(project, service);
        ITEMS.put(project, new WorkItemsView(service.standIn()).create("Task"));
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_AZURE_PLAN", String.valueOf(PLAN));
        environment.put(
                "ATTEST_QACOMPLETE_URL", service.standIn().qaCompleteUrl().toString());
        environment.put("ATTEST_QACOMPLETE_PROJECT", "1");
        environment.put("ATTEST_QACOMPLETE_USER", QaCompletePolicy.USER);
        environment.put("ATTEST_QACOMPLETE_PASSWORD", QaCompletePolicy.PASSWORD);
        environment.put("ATTEST_QACOMPLETE_TEST_SET", "5");
        Path target = reactor.add(project, environment);
        copyAll(PROJECTS.resolve("loaders-of-all"), target, project);
        copyAll(PROJECTS.resolve("loaders-of-" + project), target, project);
    }

    private static void copyAll(Path sources, Path target, String project) throws IOException {
        try (Stream<Path> files = Files.walk(sources)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                copy(file, target.resolve(sources.relativize(file)), project);
            }
        }
    }

    /** Fills in versions, and the id of the work item. */
    private static void copy(Path source, Path target, String project) throws IOException {
        Files.createDirectories(target.getParent());
        Files.writeString(
                target,
                Files.readString(source)
                        .replace("@version@", System.getProperty("it.version"))
                        .replace("@junit@", System.getProperty("it.junit"))
                        .replace("@testng@", System.getProperty("it.testng"))
                        .replace("@selenium@", System.getProperty("it.selenium"))
                        .replace("4711", String.valueOf(ITEMS.get(project))));
    }

    private static String said(String project) {
        return built.of(project).out() + built.maven().err();
    }

    private static String commentOn(String project, String title) {
        return SERVICES.get(project).results().stream()
                .filter(result -> result.title().equals(title))
                .map(ServiceView.Result::comment)
                .collect(Collectors.joining());
    }

    /** Returns the names and types of the files of each test, but for those that every failure has. */
    private static String filesOf(String project) {
        return SERVICES.get(project).results().stream()
                .map(result -> result.title() + ":" + filesOf(project, result) + "\n")
                .sorted()
                .collect(Collectors.joining());
    }

    private static String filesOf(String project, ServiceView.Result result) {
        String ofFailures = result.outcome().equals("Failed") ? "stack-trace.txt|Standard_Console_.*" : "";
        return SERVICES.get(project).view().attachments(1, result.id()).stream()
                .filter(file -> !file.fileName().matches(ofFailures))
                .map(file -> " " + file.fileName() + " " + file.type())
                .sorted(Comparator.comparing((String file) -> file.matches(PICTURES))
                        .thenComparing(file -> file))
                .collect(Collectors.joining())
                .replace(EVIDENCE, " evidence")
                .replaceFirst(PICTURES + PICTURES + "$", " pictures");
    }
}
