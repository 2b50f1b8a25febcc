package dev.attest.systemtests.cli;

import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import dev.attest.testkit.LoopbackProxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** A service that does otherwise than Attest assumes is told from one that does as it is assumed. */
class DoctorTrialIT {

    private static final String NOTHING = "\"{'value':[]}\"".replace("'", "\\\"");

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource(value = Product.class, mode = EnumSource.Mode.EXCLUDE, names = "TFS_2015")
    void findsEachProductAsAssumed(Product product) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().emulating(product))) {
            CommandRun.Ended ended = trial(service);

            assertThat(ended.out())
                    .contains("as assumed   A run is completed.", "The service behaves as Attest assumes.");
            assertThat(ended.exitCode()).isZero();
            assertThat(service.runs()).isEmpty();
        }
    }

    static Stream<Arguments> differences() {
        return Stream.of(
                arguments("POST */runs: status=400 body=azure", "different    A run is created in progress"),
                arguments("GET /*/demo/_apis/test/runs/{run}: body=\"{}\"", "different    A run keeps its title"),
                arguments("GET */runs: body=" + NOTHING, "different    The list of runs has the run"),
                arguments("POST */results: body=" + NOTHING, "different    Results are created in one request"),
                arguments("GET */results: body=" + NOTHING, "different    A result keeps its test id"),
                arguments("PATCH */results: commit body=" + NOTHING, "different    Attempts are added to a result"),
                arguments("POST */attachments: status=400 body=azure", "different    Files of a run are taken"),
                arguments("GET */attachments: body=" + NOTHING, "different    Files of a result are taken"),
                arguments("PATCH /*/demo/_apis/test/runs/{run}: body=\"{}\"", "different    A run is completed"),
                arguments(
                        "PATCH /*/demo/_apis/test/runs/{run}: from=2 status=400 body=azure",
                        "otherwise    A run that is over can be"),
                arguments("DELETE */runs/*: status=403 body=azure", "otherwise    The token may delete a run"));
    }

    @ParameterizedTest
    @MethodSource("differences")
    void namesWhatTheServiceDoesOtherwise(String fault, String told) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().withFaults(fault))) {
            CommandRun.Ended ended = trial(service);

            assertThat(ended.out()).contains(told);
            assertThat(ended.exitCode()).isEqualTo(told.startsWith("different") ? 1 : 0);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "NO_RESULTS_AFTER_COMPLETION, otherwise    A run that is over refuses results.",
        "ROWS_AFTER_REOPEN, otherwise    A reopened run takes new results."
    })
    void namesTheAnswerToAnOpenQuestion(Assumption assumption, String told) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().without(assumption))) {
            CommandRun.Ended ended = trial(service);

            assertThat(ended.out()).contains(told, "The service differs in 1 way, for which Attest is prepared.");
            assertThat(ended.exitCode()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST */runs: nth=1 commit drop", "POST */runs: nth=1 commit status=503"})
    void leavesNoRunWhoseReplyWasLost(String fault) throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().withFaults(fault))) {
            CommandRun.Ended ended = trial(service);

            assertThat(ended.out()).contains("different    A run is created in progress");
            assertThat(service.runs()).isEmpty();
        }
    }

    @Test
    void asksNothingOfBugsWhereNoneAreFiled() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended = healthy(service).run("doctor", "--trial", "--yes");

            assertThat(ended.out()).contains("not tried    A bug can be validated", "attest.azure.bugs is off");
            assertThat(service.standIn().requests())
                    .noneMatch(request -> request.path().contains("/wit/"));
        }
    }

    /** The checks before the trial ask the same. */
    @Test
    void removesTheBugThatAServiceFiledInsteadOfValidatingIt() throws Exception {
        try (Service service = Service.start();
                LoopbackProxy proxy = new LoopbackProxy(
                        service.standIn().url(), (request, origin) -> origin.send(withoutValidateOnly(request)))) {
            CommandRun.Ended ended = healthy(service)
                    .with("ATTEST_AZURE_URL", proxy.url().toString())
                    .with("ATTEST_AZURE_BUGS", "on-failure")
                    .run("doctor", "--trial", "--yes");

            assertThat(ended.out())
                    .contains(
                            "it was filed as 1, and is in the recycle bin now",
                            "otherwise    A bug can be validated",
                            "it was filed as 2, and is in the recycle bin now");
            assertThat(service.standIn().requests())
                    .filteredOn(request ->
                            request.method().equals("DELETE") && request.path().contains("/wit/workitems/"))
                    .hasSize(2);
        }
    }

    private static LoopbackProxy.Request withoutValidateOnly(LoopbackProxy.Request request) {
        String uri = request.uri().toString().replaceFirst("validateOnly=true&", "");
        return new LoopbackProxy.Request(request.method(), URI.create(uri), request.headers(), request.body());
    }

    @Test
    void recordsItsExchangesForAReport() throws Exception {
        Path file = folder.resolve("trial.jsonl");
        try (Service service = Service.start()) {
            CommandRun.Ended ended = healthy(service).run("doctor", "--trial", "--yes", "--record", file.toString());
            CommandRun.Ended again = healthy(service).run("doctor", "--trial", "--yes", "--record", file.toString());

            assertThat(ended.exitCode()).as(ended.err()).isZero();
            assertThat(again.err()).contains("there is a file " + file + " already");
            String host = service.standIn().url().getAuthority();
            assertThat(Files.readString(file))
                    .contains(
                            "\"path\":\"/{project}/_apis/test/runs?api-version=7.1\"",
                            "\"name\":\"Trial of attest doctor\"")
                    .contains("{\"method\":\"DELETE\"")
                    .doesNotContain(host, service.standIn().token(), "DefaultCollection", "Attest Publisher", "demo");
        }
    }

    @Test
    void playsNothingWithoutConsent() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended = healthy(service).run("doctor", "--trial");

            assertThat(ended.err()).contains("--trial needs your consent: add --yes");
            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(service.standIn().requests()).isEmpty();
        }
    }

    private CommandRun.Ended trial(Service service) throws Exception {
        return healthy(service).with("ATTEST_AZURE_BUGS", "on-failure").run("doctor", "--trial", "--yes");
    }

    private CommandRun healthy(Service service) {
        return new CommandRun(folder).with(service.environment());
    }
}
