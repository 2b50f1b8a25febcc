package dev.attest.systemtests.browsers;

import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import dev.attest.testkit.ServiceView.Attachment;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** What a service has of the browsers of tests that show {@link Pages}. */
final class Pictures {

    /** Of a test that failed without a picture, where its comment says why. */
    static final String WHY = "why";

    static final String NONE = "-";

    private static final Pattern TAKEN = Pattern.compile("screenshot(-\\d+)?\\.png");

    private final Service service;
    private final Map<Integer, String> marks;

    Pictures(Service service, Collection<String> marks) {
        this.service = service;
        this.marks = marks.stream().collect(Collectors.toMap(Pages::colour, mark -> mark));
    }

    /**
     * Returns the marks in the pictures of each test, by the name that the service has of the test, and of each of its
     * attempts, by the number of the attempt too. Brackets are around a mark whose picture the test itself has
     * attached.
     */
    Map<String, String> byTest() throws IOException {
        Map<String, String> all = new TreeMap<>();
        ServiceView view = service.view();
        for (ServiceView.Result row : service.results()) {
            List<Attachment> own = view.attachments(1, row.id());
            all.put(row.name(), describe(own, row.comment(), row.outcome(), id -> view.bytes(1, row.id(), id)));
            for (ServiceView.Attempt attempt : row.attempts()) {
                List<Attachment> its = view.attachments(1, row.id(), attempt);
                all.put(
                        row.name() + "#" + attempt.number(),
                        describe(
                                its, attempt.comment(), attempt.outcome(), id -> view.bytes(1, row.id(), attempt, id)));
            }
        }
        return all;
    }

    private String describe(List<Attachment> files, String comment, String outcome, IntFunction<InputStream> content)
            throws IOException {
        List<String> pictures = new ArrayList<>();
        for (Attachment file : files) {
            if (TAKEN.matcher(file.fileName()).matches()) {
                String mark = markIn(file, content);
                pictures.add(mark + caption(file, mark, comment) + source(file, mark, files, content));
            } else if (file.fileName().endsWith(".png")) {
                pictures.add("[" + markIn(file, content) + "]");
            }
        }
        if (pictures.isEmpty()) {
            return outcome.equals("Failed") && comment.contains("No screenshot") ? WHY : NONE;
        }
        String all = pictures.stream().sorted().collect(Collectors.joining(" "));
        return comment.contains("No screenshot") ? all + " (and says that there is none)" : all;
    }

    private String markIn(Attachment picture, IntFunction<InputStream> content) throws IOException {
        try (InputStream bytes = content.apply(picture.id())) {
            BufferedImage image = ImageIO.read(bytes);
            int colour = image.getRGB(image.getWidth() - 30, image.getHeight() - 30) & 0xFFFFFF;
            return marks.getOrDefault(colour, "#%06x".formatted(colour));
        }
    }

    private static String caption(Attachment picture, String mark, String comment) {
        boolean told = comment.lines()
                .anyMatch(line -> line.startsWith(picture.fileName() + ": http://")
                        && line.contains("/" + mark + ", \"" + mark + "\", "));
        return told ? "" : "(without its line)";
    }

    private static String source(
            Attachment picture, String mark, List<Attachment> files, IntFunction<InputStream> content)
            throws IOException {
        String name = picture.fileName().replace("screenshot", "page-source").replace(".png", ".html");
        for (Attachment file : files) {
            if (file.fileName().equals(name)) {
                try (InputStream bytes = content.apply(file.id())) {
                    String source = new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
                    return source.contains("<h1>" + mark + "</h1>") ? "" : "(with another source)";
                }
            }
        }
        return "(without its source)";
    }
}
