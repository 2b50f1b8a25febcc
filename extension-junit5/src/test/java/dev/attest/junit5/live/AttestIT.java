package dev.attest.junit5.live;

import dev.attest.model.AttachmentType;
import java.nio.file.Path;
import java.util.Arrays;
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
            assertThat(child.lastLine()).contains("attachments 1 added, 1 published");
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
    void saysNothingWithoutADestination() throws Exception {
        ChildJvm.Ended child = new ChildJvm(folder, java.util.Map.of()).run(Suites.Speaking.class);

        assertThat(child.out().strip()).isEqualTo("ran 3, passed 3, failed 0");
        assertThat(child.err()).isEmpty();
    }
}
