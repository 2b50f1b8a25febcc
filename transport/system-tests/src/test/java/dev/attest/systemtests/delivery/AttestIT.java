package dev.attest.systemtests.delivery;

import dev.attest.AttachmentType;
import dev.attest.systemtests.suites.Suites;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.SuiteMain;
import java.io.File;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AttestIT {

    @TempDir
    Path folder;

    @Test
    void givesWhatIsSaidToTheTestThatSaysItAndNothingToNobody() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child =
                    new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.Speaking.class);

            assertThat(child.out()).contains("ran 3, passed 3, failed 0");
            assertThat(service.results())
                    .extracting(ServiceView.Result::title, ServiceView.Result::comment)
                    .containsExactly(
                            tuple("Speaking › fromAPool()", "from a pool"),
                            tuple("Speaking › fromItsChild()", ""),
                            tuple(
                                    "Speaking › fromItself()",
                                    "from itself\nAttachment no such file could not be read: it does not exist"));
            assertThat(child.notPublished()).isEmpty();
            assertThat(child.warnings()).as(child.err()).isEqualTo(1);
            assertThat(child.err()).contains("Attest.comment(..) did nothing: thread main works for no test");
        }
    }

    @Test
    void sendsEachTypeAsItIsCalledOnTheWire() throws Exception {
        try (Service service = Service.start()) {
            new ChildJvm(folder, service.environment(folder.resolve("journal"))).run(Suites.OfEachType.class);

            assertThat(service.view().attachments(1, service.results().get(0).id()))
                    .extracting(
                            ServiceView.Attachment::fileName,
                            attachment -> attachment.type().toLowerCase(java.util.Locale.ROOT))
                    .containsExactlyInAnyOrderElementsOf(Arrays.stream(AttachmentType.values())
                            .map(type -> tuple(type.name(), type.wireName().toLowerCase(java.util.Locale.ROOT)))
                            .toList());
        }
    }

    @Test
    void givesWhatAConstructorSaysToTheTestThatFollowsElseToTheRun() throws Exception {
        try (Service service = Service.start()) {
            ChildJvm.Ended child = new ChildJvm(folder, service.environment(folder.resolve("journal")))
                    .run(Suites.Constructed.class, Suites.ConstructedInVain.class);

            Map<String, String> files = new TreeMap<>();
            for (ServiceView.Result result : service.results()) {
                files.put(
                        result.title(),
                        result.comment() + " " + names(service.view().attachments(1, result.id())));
            }
            assertThat(files)
                    .as(child.err())
                    .containsEntry("Constructed › a()", "made 1 [made.txt, named.txt]")
                    .containsEntry("Constructed › b()", "made 2 [body.txt, made.txt, named.txt]")
                    .containsEntry("ConstructedInVain › neverRuns()", " []");
            assertThat(names(service.view().attachments(1))).contains("in-vain.txt");
            assertThat(child.warnings()).as(child.err()).isZero();
        }
    }

    /** Temporary files have a number in their names. */
    private static List<String> names(List<ServiceView.Attachment> files) {
        return files.stream()
                .map(file -> file.fileName().replaceAll("\\d+", ""))
                .sorted()
                .toList();
    }

    @Test
    void showsWhatTheRunWasConfiguredWithAndNoSecretOfIt() throws Exception {
        try (Service service = Service.start()) {
            Path first = Files.createDirectories(folder.resolve("classes"));
            Files.writeString(
                    first.resolve("junit-platform.properties"), "attest.output = always\nlogin = Shop/4711-4712\n");
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_MASK_VARIABLES", "SHOP_LOGIN");
            environment.put("SHOP_LOGIN", "4711-4712");

            new ChildJvm(folder, environment)
                    .main(SuiteMain.class, first + File.pathSeparator + ChildJvm.withoutStandIn())
                    .run(Suites.Small.class);

            Map<String, String> configuration = new TreeMap<>();
            for (ServiceView.Attachment file : service.view().attachments(1)) {
                assertThat(file.type()).isEqualToIgnoringCase("RunConfig");
                try (InputStream bytes = service.view().bytes(1, file.id())) {
                    configuration.put(file.fileName(), new String(bytes.readAllBytes(), StandardCharsets.UTF_8));
                }
            }
            assertThat(configuration)
                    .containsOnlyKeys("attest-settings.txt", "junit-platform.properties")
                    .containsEntry("junit-platform.properties", "attest.output = always\nlogin = Shop/***\n");
            assertThat(configuration.get("attest-settings.txt"))
                    .contains("attest.output=always\n  # framework parameter attest.output\n")
                    .contains("attest.azure.token=***\n  # environment ATTEST_AZURE_TOKEN\n")
                    .doesNotContain(service.standIn().token());
        }
    }

    @Test
    void sendsFilesAsWhatRulesSayOfTheirNames() throws Exception {
        try (Service service = Service.start()) {
            Map<String, String> environment = new HashMap<>(service.environment(folder.resolve("journal")));
            environment.put("ATTEST_ATTACHMENT_TYPES", "*.png=NoSuchType, page-*.har=TmiTestResultDetail");
            Path file = Files.writeString(folder.resolve("page-1.har"), "{}");

            ChildJvm.Ended child =
                    new ChildJvm(folder, environment).option("-Dfile=" + file).run(Suites.AttachesAFile.class);

            assertThat(service.view().attachments(1, service.results().get(0).id()))
                    .singleElement()
                    .satisfies(sent -> assertThat(sent.type()).isEqualToIgnoringCase("TmiTestResultDetail"));
            assertThat(child.warnings()).as(child.err()).isEqualTo(1);
            assertThat(child.err()).contains("attest.attachment-types: \"*.png=NoSuchType\" has no effect.");
        }
    }

    @Test
    void saysNothingWithoutADestination() throws Exception {
        ChildJvm.Ended child = new ChildJvm(folder, Map.of()).run(Suites.Speaking.class);

        assertThat(child.out().strip()).isEqualTo("ran 3, passed 3, failed 0");
        assertThat(child.err()).isEmpty();
    }
}
