package shop.guide;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.Output;
import dev.attest.Screenshot;
import dev.attest.When;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the guide shows of evidence. */
class Evidence {

    private final Path receipt = Path.of("receipt.txt");
    private final Path recording = Path.of("recording.har");

    @Test
    void attachesFiles() {
        Attest.attach(receipt);
        Attest.attach(recording, AttachmentType.INTERMEDIATE_COLLECTOR_DATA);
        Attest.comment("Two items, as the customer asked for.");
    }

    @Test
    @Output(When.ALWAYS)
    @Screenshot(When.NEVER)
    void printsMuch() {
        System.out.println("This line is attached although the test passes.");
    }

    @Test
    void namesAFileInItsOutput() {
        System.out.println("[[ATTACHMENT|target/coverage.exec]]");
    }
}
