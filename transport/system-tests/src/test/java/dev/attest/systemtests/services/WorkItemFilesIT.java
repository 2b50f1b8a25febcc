package dev.attest.systemtests.services;

import dev.attest.AttachmentType;
import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.WorkItemSettings;
import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.journal.event.Attachment;
import dev.attest.internal.journal.event.AttachmentTarget;
import dev.attest.internal.journal.event.Content;
import dev.attest.internal.journal.event.UploadCursor;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.traffic.RecordedRequest;
import dev.attest.testkit.Service;
import dev.attest.testkit.WorkItemsView;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemFilesIT {

    private static final String ORIGIN = "Run 24, attempt 1 of Cart › adds";

    /** Chunks of four bytes from five bytes on. */
    private static final WorkItemSettings SMALL = new WorkItemSettings(0, false, 4, 4);

    private final Kept content = new Kept("abcdefghij");

    @Test
    void travelInTheRequestsThatTheServiceDocuments() throws Exception {
        try (Service service = Service.start();
                AzureDestination azure = azure(service)) {
            int item = new WorkItemsView(service.standIn()).create("Bug");
            service.standIn().clearRequests();

            azure.file(place(item), attachment(1, new Kept("abcd")), new Kept("abcd"), ORIGIN, false);
            azure.file(place(item), attachment(2, content), content, ORIGIN, false);

            assertThat(exchanges(service)).isEqualTo("""
                    OPTIONS _apis/test 200
                    GET _apis/wit/workitems/ITEM?$expand=relations&api-version=7.1 200
                    POST _apis/wit/attachments?fileName=a.log&api-version=7.1 application/octet-stream 201
                    PATCH _apis/wit/workitems/ITEM?api-version=7.1 application/json-patch+json; charset=utf-8 200
                    GET _apis/wit/workitems/ITEM?$expand=relations&api-version=7.1 200
                    POST _apis/wit/attachments?uploadType=chunked&fileName=a.log&api-version=7.1 application/octet-stream 201
                    PUT _apis/wit/attachments/FILE?uploadType=chunked&api-version=7.1 application/octet-stream bytes 0-3/10 201
                    PUT _apis/wit/attachments/FILE?uploadType=chunked&api-version=7.1 application/octet-stream bytes 4-7/10 201
                    PUT _apis/wit/attachments/FILE?uploadType=chunked&api-version=7.1 application/octet-stream bytes 8-9/10 200
                    PATCH _apis/wit/workitems/ITEM?api-version=7.1 application/json-patch+json; charset=utf-8 200
                    """.replace("ITEM", String.valueOf(item)));
            assertThat(new WorkItemsView(service.standIn()).files(item))
                    .extracting(WorkItemsView.LinkedFile::comment)
                    .containsExactly(
                            ORIGIN + ", file 1, sha256:" + "ab12".repeat(16),
                            ORIGIN + ", file 2, sha256:" + "ab12".repeat(16));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void arriveOnceThoughTheReplyToAChunkIsLost(int chunk) throws Exception {
        for (boolean chunksOnce : new boolean[] {true, false}) {
            StandInOptions options =
                    StandInOptions.defaults().withFaults("PUT */wit/attachments/*: nth=" + chunk + " commit drop");
            Kept kept = new Kept("abcdefghij");
            try (Service service = Service.start(chunksOnce ? options : options.without(Assumption.CHUNKS_ONCE));
                    AzureDestination azure = azure(service)) {
                int item = new WorkItemsView(service.standIn()).create("Task");

                assertThat(azure.file(place(item), attachment(1, kept), kept, ORIGIN, false))
                        .isInstanceOf(Retry.class);
                assertThat(azure.file(place(item), attachment(1, kept), kept, ORIGIN, true))
                        .isInstanceOf(Accepted.class);

                assertArrivedOnce(service, item);
                assertThat(exchanges(service)).containsOnlyOnce("uploadType=chunked&fileName");
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"commit drop", "drop", "status=503", "commit status=500"})
    void areLinkedOnceThoughTheReplyToTheLinkIsLost(String fault) throws Exception {
        try (Service service =
                        Service.start(StandInOptions.defaults().withFaults("PATCH */wit/workitems/*: nth=1 " + fault));
                AzureDestination azure = azure(service)) {
            int item = new WorkItemsView(service.standIn()).create("Task");

            DeliveryResult first = azure.file(place(item), attachment(1, content), content, ORIGIN, false);
            assertThat(first).isInstanceOf(Retry.class);
            azure.file(place(item), attachment(1, content), content, ORIGIN, ((Retry) first).possiblyApplied());

            assertArrivedOnce(service, item);
        }
    }

    @Test
    void areRefusedWithWhatToDoWhereTheServiceDoesNotTakeThem() throws Exception {
        try (Service service = Service.start(StandInOptions.defaults().withFileLimit(9));
                AzureDestination azure = azure(service)) {
            int item = new WorkItemsView(service.standIn()).create("Task");

            assertThat(refusal(azure, item)).contains("TF237082", "60 MB");
            assertThat(refusal(azure, 4711)).contains("TF401232", "may not see it");
            assertThat(new WorkItemsView(service.standIn()).files(item)).isEmpty();
        }
    }

    @Test
    void areRefusedWithWhatToDoWhereTheTokenMayNotChangeTheItem() throws Exception {
        try (Service service = Service.start(
                        StandInOptions.defaults().withFaults("PATCH */wit/workitems/*: status=403 body=azure"));
                AzureDestination azure = azure(service)) {
            int item = new WorkItemsView(service.standIn()).create("Task");

            assertThat(refusal(azure, item)).contains("403", "Work Items (read & write)");
        }
    }

    @Test
    void areRefusedFromTheHundredAndFirstOn() throws Exception {
        try (Service service = Service.start();
                AzureDestination azure = azure(service)) {
            int item = new WorkItemsView(service.standIn()).create("Task");
            Kept one = new Kept("a");
            for (int number = 1; number <= 100; number++) {
                assertThat(azure.file(place(item), attachment(number, one), one, ORIGIN, false))
                        .isInstanceOf(Accepted.class);
            }

            assertThat(refusal(azure, item)).contains("it has 100 files", "Remove some of them");
            assertThat(new WorkItemsView(service.standIn()).files(item)).hasSize(100);
        }
    }

    private String refusal(AzureDestination azure, int item) {
        DeliveryResult delivery = azure.file(place(item), attachment(101, content), content, ORIGIN, false);
        return delivery instanceof Rejected rejected ? rejected.reason() : delivery.toString();
    }

    private static void assertArrivedOnce(Service service, int item) throws Exception {
        WorkItemsView items = new WorkItemsView(service.standIn());
        assertThat(items.files(item)).singleElement().satisfies(file -> {
            try (InputStream bytes = items.bytes(file)) {
                assertThat(bytes.readAllBytes()).asString().isEqualTo("abcdefghij");
            }
        });
    }

    private static AzureDestination azure(Service service) {
        return new AzureDestination(
                Service.settings(
                                URI.create(service.url()),
                                service.standIn().project(),
                                service.standIn().token())
                        .with(SMALL),
                Map.of());
    }

    private static AttachmentTarget place(int item) {
        return new AttachmentTarget("azure", "WorkItem", String.valueOf(item));
    }

    private static Attachment attachment(int number, Content content) {
        return new Attachment(
                number, 1, 1, "a.log", AttachmentType.GENERAL_ATTACHMENT, "ab12".repeat(16), content.size());
    }

    private static String exchanges(Service service) {
        return service.standIn().requests().stream()
                .map(WorkItemFilesIT::exchange)
                .collect(Collectors.joining("\n", "", "\n"))
                .replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "FILE");
    }

    private static String exchange(RecordedRequest request) {
        StringBuilder line =
                new StringBuilder(request.method()).append(request.path().replaceFirst("^/[^/]+/", " "));
        for (String name : new String[] {"content-type", "content-range"}) {
            String value = request.headers().get(name);
            line.append(value == null ? "" : " " + value);
        }
        return line.append(' ').append(request.status()).toString();
    }

    /** Bytes that know how far each transfer of them has come, as those of a journal do. */
    private static final class Kept implements Content {

        private final byte[] bytes;
        private final AtomicReference<Optional<String>> kept = new AtomicReference<>(Optional.empty());

        Kept(String text) {
            bytes = text.getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public InputStream open() {
            return new ByteArrayInputStream(bytes);
        }

        @Override
        public UploadCursor uploadCursor(String transfer) {
            return new UploadCursor() {
                @Override
                public Optional<String> read() {
                    return kept.get();
                }

                @Override
                public void set(String text) {
                    kept.set(Optional.of(text));
                }
            };
        }
    }
}
