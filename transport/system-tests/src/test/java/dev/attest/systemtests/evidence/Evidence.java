package dev.attest.systemtests.evidence;

import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

import static org.assertj.core.api.Assertions.assertThat;

/** What the service has of the browsers of tests. */
final class Evidence {

    private Evidence() {}

    /** Returns the names of the files of each test, but for those that every test may have. All pictures are ones. */
    static Map<String, String> filesOf(Service service) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (ServiceView.Result result : service.results()) {
            files.put(
                    result.title(),
                    service.view().attachments(1, result.id()).stream()
                            .map(ServiceView.Attachment::fileName)
                            .filter(name -> !name.matches("stack-trace.txt|Standard_Console_.*"))
                            .sorted()
                            .collect(Collectors.joining(" ")));
            for (ServiceView.Attachment file : service.view().attachments(1, result.id())) {
                if (file.fileName().endsWith(".png")) {
                    try (InputStream picture = service.view().bytes(1, result.id(), file.id())) {
                        assertThat(ImageIO.read(picture).getWidth()).isGreaterThan(300);
                    }
                    assertThat(file.type()).isEqualToIgnoringCase("GeneralAttachment");
                }
            }
        }
        return files;
    }

    /** Returns what is said of a test. */
    static String commentOn(String title, Service service) {
        return service.results().stream()
                .filter(result -> result.title().equals(title))
                .map(ServiceView.Result::comment)
                .findFirst()
                .orElseThrow();
    }
}
