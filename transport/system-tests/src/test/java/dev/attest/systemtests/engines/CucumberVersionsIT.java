package dev.attest.systemtests.engines;

import dev.attest.systemtests.builds.Placeholders;
import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Scenarios of Cucumber of old, whose listeners fail a scenario where they fail. */
class CucumberVersionsIT {

    private static final Path SOURCES = Path.of("src/test/projects/cucumber");

    @TempDir
    static Path folder;

    private static final Map<String, Service> SERVICES = new HashMap<>();
    private static Reactor.Built built;

    @BeforeAll
    static void runThem() throws Exception {
        Reactor reactor = new Reactor(folder);
        for (String version : List.of("5.0.0", "6.0.0")) {
            Service service = Service.start();
            SERVICES.put(version, service);
            write(version, reactor.add(version, service.environment()));
        }
        built = reactor.test(Map.of());
    }

    private static void write(String version, Path project) throws Exception {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = project.resolve(SOURCES.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.writeString(
                        copy, Placeholders.fill(Files.readString(file).replace("@cucumber.version@", version)));
            }
        }
    }

    @AfterAll
    static void stop() {
        SERVICES.values().forEach(Service::close);
    }

    @ParameterizedTest
    @CsvSource({"5.0.0, attachment.txt", "6.0.0, fruit.txt"})
    void haveTheirOutcomesAndWhatTheyAttach(String version, String fileName) {
        Service service = SERVICES.get(version);

        assertThat(service.results())
                .as(built.of(version).out())
                .extracting(ServiceView.Result::outcome)
                .containsExactlyInAnyOrder("Passed", "Failed");
        assertThat(service.results()).allSatisfy(result -> {
            assertThat(result.comment()).contains("a line");
            assertThat(service.view().attachments(1, result.id()))
                    .extracting(ServiceView.Attachment::fileName)
                    .contains(fileName);
        });
        assertThat(service.results())
                .filteredOn(result -> result.outcome().equals("Failed"))
                .singleElement()
                .satisfies(result -> assertThat(result.message()).contains("on purpose"));
    }
}
