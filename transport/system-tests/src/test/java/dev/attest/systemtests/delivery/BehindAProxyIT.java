package dev.attest.systemtests.delivery;

import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A service of a company, behind its proxy and with a certificate that nobody else knows. */
class BehindAProxyIT {

    private static final String PASSWORD = "pr0xy-4711";

    @TempDir
    Path folder;

    @Test
    void publishesToAPinnedServerThroughAProxyThatWantsALogin() throws Exception {
        try (Service service = Service.start();
                LoginProxy proxy = proxy(service)) {
            Map<String, String> environment = environment(service, proxy, "ann:" + PASSWORD + "@");
            environment.put("ATTEST_AZURE_CERTIFICATE", proxy.sha256());

            ChildJvm.Ended child = new ChildJvm(folder, environment).run(Suites.Small.class);

            assertThat(child.lastLine()).as(child.err()).startsWith("Attest: 3 tests: ");
            assertThat(child.notPublished()).as(child.err()).isEmpty();
            assertThat(service.results()).hasSize(3);
            assertThat(proxy.heads())
                    .isNotEmpty()
                    .allSatisfy(head ->
                            assertThat(head).startsWith("CONNECT tfs.test:443 ").doesNotContain("\r\nAuthorization:"));
            assertThat(child.warnings()).isZero();
        }
    }

    @Test
    void keepsEverythingAndSaysWhatToSetWhereTheProxyWantsAnotherLogin() throws Exception {
        try (Service service = Service.start();
                LoginProxy proxy = proxy(service)) {
            ChildJvm.Ended child = new ChildJvm(folder, environment(service, proxy, "ann:" + PASSWORD + "-old@"))
                    .option("-Dattest.end.timeout=10s")
                    .run(Suites.Small.class);

            assertThat(child.notPublished())
                    .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 3 results and 4 attachments wait: "));
            assertThat(child.warnings()).isOne();
            assertThat(child.err())
                    .contains("the proxy http://127.0.0.1:" + proxy.port() + " answers 407", "ATTEST_PROXY");
            assertThat(child.out() + child.err() + textOf(folder.resolve("journal")))
                    .doesNotContain(PASSWORD);
            assertThat(service.requestCount()).isZero();
        }
    }

    @Test
    void keepsEverythingAndShowsTheCertificateThatNobodyKnows() throws Exception {
        try (Service service = Service.start();
                LoginProxy proxy = proxy(service)) {
            ChildJvm.Ended child = new ChildJvm(folder, environment(service, proxy, "ann:" + PASSWORD + "@"))
                    .option("-Dattest.end.timeout=10s")
                    .run(Suites.Small.class);

            assertThat(child.notPublished())
                    .anyMatch(line -> line.startsWith("Attest: Azure DevOps: 3 results and 4 attachments wait: "));
            assertThat(child.warnings()).isOne();
            assertThat(child.err().replace(":", "").toLowerCase(Locale.ROOT))
                    .contains(proxy.sha256(), "attest.azure.certificate", "attest.trust-store");
            assertThat(service.requestCount()).isZero();
        }
    }

    private LoginProxy proxy(Service service) throws Exception {
        return new LoginProxy(folder, "ann:" + PASSWORD, service.standIn().port());
    }

    private Map<String, String> environment(Service service, LoginProxy proxy, String login) {
        Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
        environment.put("ATTEST_AZURE_URL", "https://tfs.test/DefaultCollection");
        environment.put("ATTEST_PROXY", "http://" + login + "127.0.0.1:" + proxy.port());
        return environment;
    }

    private static String textOf(Path folder) throws Exception {
        try (Stream<Path> files = Files.walk(folder)) {
            StringBuilder text = new StringBuilder();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                text.append(Files.readString(file));
            }
            return text.toString();
        }
    }
}
