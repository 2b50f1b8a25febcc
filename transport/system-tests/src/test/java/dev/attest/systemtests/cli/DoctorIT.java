package dev.attest.systemtests.cli;

import dev.attest.internal.json.Json;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.rules.SignIn;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Each set-up is broken in one way, and the diagnosis names that way and no other. */
@Execution(ExecutionMode.CONCURRENT)
class DoctorIT {

    @TempDir
    Path folder;

    @Test
    void findsNothingWrongWithAGoodSetUp() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended = healthy(service).run("doctor", "--write");

            assertThat(ended.out())
                    .contains("attest.azure.url             "
                            + service.standIn().url() + "  (environment ATTEST_AZURE_URL)")
                    .contains("attest.azure.token           ***  (environment ATTEST_AZURE_TOKEN)")
                    .contains("ok       write        A run was created, and a file attached to it.\n")
                    .contains("All is well.")
                    .doesNotContain(service.standIn().token());
            assertThat(ended.exitCode()).as(ended.out()).isZero();
            assertThat(service.runs()).isEmpty();
        }
    }

    @Test
    void writesNothingToTheServiceUnlessItIsAllowedTo() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended = healthy(service).run("doctor");

            assertThat(ended.out()).contains("skipped  write        Not tried: --write creates");
            assertThat(ended.exitCode()).isZero();
            assertThat(service.standIn().requests())
                    .extracting(request -> request.method())
                    .containsOnly("OPTIONS", "GET");
        }
    }

    @Test
    void seesThatTheWorkItemIsThereAndMayBeChanged() throws Exception {
        try (Service service = Service.start()) {
            int item = service.newWorkItem();

            CommandRun.Ended ended = healthy(service)
                    .with("ATTEST_AZURE_WORK_ITEM", String.valueOf(item))
                    .run("doctor");

            assertThat(ended.out())
                    .contains("ok       work-items   Work item " + item + " is there, and the token may change it.\n");
            assertThat(ended.exitCode()).as(ended.out()).isZero();
            assertThat(service.revision(item)).isEqualTo(1);
        }
    }

    @Test
    void knowsAnUnknownWorkItem() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended =
                    healthy(service).with("ATTEST_AZURE_WORK_ITEM", "4711").run("doctor", "--json");

            assertThat(diagnoses(ended)).containsExactly("work-items unknown-work-item");
        }
    }

    @Test
    void knowsATokenWithoutTheRightToWorkItems() throws Exception {
        for (int status : List.of(401, 403)) {
            try (Service service = Service.start(
                    StandInOptions.defaults().withFaults("* */_apis/wit/*: status=" + status + " body=azure"))) {
                CommandRun.Ended ended = healthy(service)
                        .with("ATTEST_AZURE_WORK_ITEM_ATTACHMENTS", "failed")
                        .run("doctor", "--json");

                assertThat(diagnoses(ended)).containsExactly("work-items no-right-to-work-items");
            }
        }
    }

    @Test
    void asksForNoWorkItemsWhereNothingGoesOnThem() throws Exception {
        try (Service service = Service.start()) {
            assertThat(healthy(service).run("doctor").out()).contains("skipped  work-items   Nothing is added to work");

            assertThat(service.standIn().requests())
                    .extracting(request -> request.path())
                    .noneMatch(path -> path.contains("/wit/"));
        }
    }

    @Test
    void knowsAnUnknownHost() throws Exception {
        assertThat(diagnoses(
                        set("http://no-such-host.invalid/DefaultCollection").run("doctor", "--json")))
                .containsExactly("host unknown-host");
    }

    @Test
    void knowsThatNobodyListens() throws Exception {
        assertThat(diagnoses(set("http://127.0.0.1:" + freePort() + "/DefaultCollection")
                        .run("doctor", "--json")))
                .containsExactly("connection nobody-listens");
    }

    @Test
    void knowsACertificateThatIsNotTrusted() throws Exception {
        try (TlsServer server = TlsServer.selfSigned(folder, "SAN=ip:127.0.0.1")) {
            CommandRun.Ended ended = set(server.url()).run("doctor", "--json");

            assertThat(diagnoses(ended)).containsExactly("certificate untrusted-certificate");
            assertThat(ended.out()).contains("issued by CN=shop");
        }
    }

    @Test
    void knowsACertificateOfAnotherHost() throws Exception {
        try (TlsServer server = TlsServer.selfSigned(folder, "SAN=dns:other.example")) {
            assertThat(diagnoses(set(server.url()).trusting(server.trusted()).run("doctor", "--json")))
                    .containsExactly("certificate certificate-of-another-host");
        }
    }

    @Test
    void knowsACertificateThatHasExpired() throws Exception {
        try (TlsServer server = TlsServer.expired(folder)) {
            assertThat(diagnoses(set(server.url()).trusting(server.trusted()).run("doctor", "--json")))
                    .containsExactly("certificate expired-certificate");
        }
    }

    @Test
    void knowsAServerThatSpeaksNoTls() throws Exception {
        try (Service service = Service.start()) {
            String url = service.standIn().url().toString().replace("http:", "https:");

            assertThat(diagnoses(set(url).run("doctor", "--json"))).containsExactly("certificate no-tls");
        }
    }

    @Test
    void knowsAWrongToken() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended =
                    healthy(service).with("ATTEST_AZURE_TOKEN", "expired-token").run("doctor", "--json");

            assertThat(diagnoses(ended)).containsExactly("token wrong-token");
            assertThat(ended.out() + ended.err()).doesNotContain("expired-token");
        }
    }

    @Test
    void knowsASignInPage() throws Exception {
        for (SignIn way : List.of(SignIn.PAGE, SignIn.REDIRECT)) {
            try (Service service = Service.start(StandInOptions.defaults().turningAway(way))) {
                assertThat(diagnoses(healthy(service)
                                .with("ATTEST_AZURE_TOKEN", "expired-token")
                                .run("doctor", "--json")))
                        .containsExactly("token sign-in-page");
            }
        }
    }

    @Test
    void knowsAnUnknownProject() throws Exception {
        try (Service service = Service.start()) {
            assertThat(diagnoses(healthy(service).run("doctor", "--project", "shpo", "--json")))
                    .containsExactly("project unknown-project");
        }
    }

    @Test
    void knowsAWrongCollection() throws Exception {
        try (Service service = Service.start()) {
            String url = service.standIn()
                    .page()
                    .resolve("tfs/web/DefaultCollection")
                    .toString();

            assertThat(diagnoses(healthy(service).run("doctor", "--url", url, "--json")))
                    .containsExactly("api wrong-collection");
        }
    }

    @Test
    void knowsATokenThatMayOnlyRead() throws Exception {
        for (int status : new int[] {401, 403}) {
            try (Service service = Service.start()) {
                service.standIn().faults().on("POST", "/runs").always().answer(status, "{\"message\":\"TF50309\"}");

                assertThat(diagnoses(healthy(service).run("doctor", "--write", "--json")))
                        .containsExactly("write no-right-to-write");
            }
        }
    }

    @Test
    void leavesNoRunBehindWhereNoFileMayBeAttached() throws Exception {
        try (Service service = Service.start()) {
            service.standIn().faults().on("POST", "/attachments").always().answer(403, "{\"message\":\"TF50309\"}");

            assertThat(diagnoses(healthy(service).run("doctor", "--write", "--json")))
                    .containsExactly("write no-right-to-write");
            assertThat(service.runs()).isEmpty();
        }
    }

    @Test
    void knowsAJournalFolderThatCannotBeMade() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        try (Service service = Service.start()) {
            assertThat(diagnoses(healthy(service)
                            .with("ATTEST_JOURNAL_DIR", file.resolve("journal").toString())
                            .run("doctor", "--json")))
                    .containsExactly("journal journal-not-writable");
        }
    }

    @Test
    void knowsAJournalFolderThatEverybodyMayChange() throws Exception {
        Path journal = Files.createDirectory(folder.resolve("journal"));
        Files.setPosixFilePermissions(journal, PosixFilePermissions.fromString("rwxrwxrwx"));
        try (Service service = Service.start()) {
            assertThat(diagnoses(healthy(service).run("doctor", "--json", "--journal", journal.toString())))
                    .containsExactly("journal journal-not-private");
        }
        assertThat(journal).isEmptyDirectory();
    }

    @Test
    void knowsAClockThatIsWrong() throws Exception {
        String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(
                ZonedDateTime.now(ZoneOffset.UTC).plus(Duration.ofHours(1)));
        try (Service service = Service.start()) {
            service.standIn().faults().on("OPTIONS", "").header("Date", date).proceed();

            CommandRun.Ended ended = healthy(service).run("doctor", "--json");

            assertThat(diagnoses(ended)).containsExactly("clock clock-skew");
            assertThat(ended.out()).containsPattern("This host is (359\\d|360\\d) s behind the service");
        }
    }

    @Test
    void knowsAProxyThatDoesNotWork() throws Exception {
        String proxy = "http://127.0.0.1:" + freePort();

        assertThat(diagnoses(set("https://azure.invalid/DefaultCollection")
                        .with("HTTPS_PROXY", proxy)
                        .run("doctor", "--json")))
                .containsExactly("proxy bad-proxy");
    }

    @Test
    void knowsAProxyThatWantsCredentials() throws Exception {
        try (ScriptedServer proxy = ScriptedServer.answering("HTTP/1.1 407 Who are you?\r\n\r\n")) {
            assertThat(diagnoses(set("https://azure.invalid/DefaultCollection")
                            .with("HTTPS_PROXY", "http://127.0.0.1:" + proxy.port())
                            .run("doctor", "--json")))
                    .containsExactly("proxy proxy-credentials");
        }
    }

    @Test
    void knowsASettingThatIsMissingOrNotUsable() throws Exception {
        assertThat(diagnoses(new CommandRun(folder).run("doctor", "--json")))
                .containsExactly("set-url setting-missing", "set-project setting-missing", "set-token setting-missing");

        CommandRun.Ended unusable = set("ftp://127.0.0.1/c").run("doctor", "--json");
        assertThat(diagnoses(unusable)).containsExactly("set-url setting-not-usable");
        assertThat(unusable.out()).contains("a URL that starts with https:// or http://");
    }

    @Test
    void doesNotSayThatAllIsWellWithASettingThatHasNoEffect() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended unknown =
                    healthy(service).with("ATTEST_AZURE_CONECTIONS", "8").run("doctor");
            assertThat(unknown.out())
                    .contains("not ok   settings     unknown-setting: Unknown setting ATTEST_AZURE_CONECTIONS"
                            + " (environment ATTEST_AZURE_CONECTIONS): it has no effect."
                            + " Did you mean ATTEST_AZURE_CONNECTIONS?")
                    .endsWith("1 check not ok.\n");
            assertThat(unknown.exitCode()).isEqualTo(1);

            assertThat(diagnoses(
                            healthy(service).with("ATTEST_END_TIMEOUT", "1h").run("doctor", "--json")))
                    .containsExactly("settings setting-not-usable");
        }
    }

    @Test
    void knowsThatTestsReportNothing() throws Exception {
        try (Service service = Service.start()) {
            assertThat(diagnoses(
                            healthy(service).with("ATTEST_ENABLED", "false").run("doctor", "--json")))
                    .containsExactly("enabled disabled");
        }
    }

    @Test
    void knowsABuildThatIsNotOfTheProject() throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().withBuilds(41))) {
            assertThat(diagnoses(healthy(service).with("BUILD_BUILDID", "42").run("doctor", "--json")))
                    .containsExactly("build unknown-build");
            assertThat(healthy(service)
                            .with("BUILD_BUILDID", "41")
                            .run("doctor")
                            .out())
                    .contains("ok       build        Build 41 is there.");

            service.standIn().faults().on("GET", "/builds/42").answer(403);
            assertThat(healthy(service)
                            .with("BUILD_BUILDID", "42")
                            .run("doctor")
                            .out())
                    .contains("skipped  build        The token has no right to read builds");
        }
    }

    @Test
    void readsAPropertiesFileThatIsNamedAndNoOther() throws Exception {
        Path file = Files.writeString(folder.resolve("attest.properties"), "attest.azure.project = ofFile\n");

        assertThat(new CommandRun(folder).run("doctor").out()).doesNotContain("ofFile");
        assertThat(new CommandRun(folder)
                        .run("doctor", "--properties", file.toString())
                        .out())
                .contains("attest.azure.project         ofFile  (attest.properties at file:");
    }

    @Test
    void looksAtQaCompleteWhereThatIsSet() throws Exception {
        try (Service service = Service.start()) {
            CommandRun.Ended ended = qaComplete(service).run("doctor");

            assertThat(ended.out())
                    .contains("ok       qac-set-url", "ok       qac-connection", "ok       qac-login")
                    .contains("ok       qac-project", "ok       qac-test-set Test set 1 is there.", "All is well.")
                    .doesNotContain("set-token", QaCompletePolicy.PASSWORD);
            assertThat(ended.exitCode()).as(ended.out()).isZero();
            assertThat(service.standIn().requests())
                    .extracting(request -> request.method())
                    .containsOnly("GET");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "PASSWORD, wrong, qac-login wrong-login",
        "PROJECT,  9,     qac-project no-right-in-qacomplete",
        "TEST_SET, 9,     qac-test-set unknown-test-set",
        "URL,      /x,    qac-project no-qacomplete",
        "USER,     '',    qac-set-user setting-missing",
    })
    void knowsWhatIsWrongWithQaComplete(String setting, String value, String diagnosis) throws Exception {
        try (Service service = Service.start()) {
            String wrong = value.startsWith("/") ? service.standIn().url() + value : value;

            CommandRun.Ended ended = qaComplete(service)
                    .with("ATTEST_QACOMPLETE_" + setting, wrong)
                    .run("doctor", "--json");

            assertThat(diagnoses(ended)).containsExactly(diagnosis);
        }
    }

    private CommandRun qaComplete(Service service) {
        return new CommandRun(folder)
                .with("ATTEST_JOURNAL_DIR", folder.resolve("journal").toString())
                .with("ATTEST_QACOMPLETE_URL", service.standIn().qaCompleteUrl().toString())
                .with("ATTEST_QACOMPLETE_PROJECT", "1")
                .with("ATTEST_QACOMPLETE_USER", QaCompletePolicy.USER)
                .with("ATTEST_QACOMPLETE_PASSWORD", QaCompletePolicy.PASSWORD)
                .with("ATTEST_QACOMPLETE_TEST_SET", "1");
    }

    private CommandRun healthy(Service service) {
        return new CommandRun(folder).with(service.environment());
    }

    private CommandRun set(String url) {
        return new CommandRun(folder)
                .with("ATTEST_AZURE_URL", url)
                .with("ATTEST_AZURE_PROJECT", "shop")
                .with("ATTEST_AZURE_TOKEN", "a-good-token");
    }

    /** Returns check and diagnosis of all that is not ok. */
    private static List<String> diagnoses(CommandRun.Ended ended) throws IOException {
        List<String> diagnoses = Json.read(ended.out()).get("checks").items().stream()
                .filter(check -> check.get("result").text().orElse("").equals("not ok"))
                .map(check -> check.get("check").text().orElse("") + " "
                        + check.get("diagnosis").text().orElse(""))
                .toList();
        assertThat(ended.exitCode()).as(ended.out() + ended.err()).isEqualTo(diagnoses.isEmpty() ? 0 : 1);
        return diagnoses;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
