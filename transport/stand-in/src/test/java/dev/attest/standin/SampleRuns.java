package dev.attest.standin;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import javax.imageio.ImageIO;

/** Runs as real projects have them: many results, retries, pictures, long names, and texts that no page expects. */
final class SampleRuns {

    /** A name without any place to break it. */
    static final String LONG_NAME = "aNameThatNeverEnds".repeat(14);

    private static final String TRACE = "java.lang.AssertionError: expected 2 but was 3\\n"
            + "\\tat org.junit.jupiter.api.Assertions.fail(Assertions.java:1)\\n"
            + "\\tat com.example.shop.CartTest.pays(CartTest.java:42)\\n"
            + "\\tat java.base/java.lang.reflect.Method.invoke(Method.java:580)\\n";

    private final Client client;

    SampleRuns(Client client) {
        this.client = client;
    }

    /** Publishes a run with failures, and returns its id. */
    int publish() {
        var run = client.createRun();
        var rows = new StringBuilder("[");
        for (var index = 0; index < 40; index++) {
            rows.append(row(index)).append(index == 39 ? "]" : ",");
        }
        client.post("runs/" + run + "/results", rows.toString());
        attach("runs/" + run + "/results/100000/attachments", "shot.png", picture());
        attach("runs/" + run + "/results/100000/attachments?testSubResultId=1", "first.png", picture());
        attach("runs/" + run + "/results/100000/attachments?testSubResultId=2", "second.png", picture());
        for (var result : new int[] {100_008, 100_009, 100_016, 100_017, 100_024}) {
            attach("runs/" + run + "/results/" + result + "/attachments", "basket " + result + ".png", picture());
        }
        attach("runs/" + run + "/results/100000/attachments", "order.json", bytes("{\"id\":1,\"lines\":[{\"n\":2}]}"));
        attach("runs/" + run + "/results/100000/attachments", "out.log", bytes("one line\n".repeat(300)));
        attach("runs/" + run + "/results/100000/attachments", "network.har", bytes(archive(12)));
        attach("runs/" + run + "/attachments", LONG_NAME.substring(0, 200) + ".txt", bytes("x".repeat(5000)));
        return run;
    }

    private static String row(int index) {
        var failed = index % 8 == 0;
        var start =
                Instant.now().truncatedTo(ChronoUnit.MILLIS).minusSeconds(90).plusMillis(index * 1100L);
        return "{'testCaseTitle':'" + (index == 9 ? LONG_NAME.substring(0, 250) : "pays by card " + index)
                + "','automatedTestName':'com.example.shop.C" + index % 3 + "Test.pays" + index
                + "','automatedTestStorage':'com.example.shop." + (index % 3 == 2 ? "X".repeat(180) : "C" + index % 3)
                + "Test','state':'Completed','startedDate':'" + start + "','completedDate':'"
                + start.plusMillis(index * 137L + 1) + "','durationInMs':" + index * 137 + ",'outcome':'"
                + (failed ? "Failed" : "Passed") + "'"
                + (failed
                        ? ",'errorMessage':'expected 2 but was 3 " + "m".repeat(400) + "','stackTrace':'" + TRACE
                                + "','comment':'flaky: failed 4 of 20 in 14 days'"
                        : "")
                + (index == 0
                        ? ",'resultGroupType':'rerun','subResults':[" + attempt(1, "Failed") + ","
                                + attempt(2, "Failed") + "]"
                        : "")
                + "}";
    }

    private static String attempt(int number, String outcome) {
        return "{'displayName':'Attempt " + number + "','sequenceId':" + number + ",'outcome':'" + outcome
                + "','errorMessage':'expected 2','stackTrace':'" + TRACE + "'}";
    }

    void attach(String path, String name, byte[] bytes) {
        var stream = Base64.getEncoder().encodeToString(bytes);
        client.post(path, "{'fileName':'" + name + "','stream':'" + stream + "'}");
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns an HTTP archive. Every third request fails. */
    static String archive(int requests) {
        var entries = new StringBuilder();
        for (var index = 0; index < requests; index++) {
            entries.append(index == 0 ? "" : ",")
                    .append("{'time':12.4,'request':{'method':'GET','url':'http://shop.example/api/items/" + index
                            + "'},'response':{'status':" + (index % 3 == 0 ? 500 : 200) + ",'content':{'size':1024}}}");
        }
        return ("{'log':{'version':'1.2','entries':[" + entries + "]}}").replace('\'', '"');
    }

    /** Returns a PNG. */
    static byte[] picture() {
        var image = new BufferedImage(900, 600, BufferedImage.TYPE_INT_RGB);
        var graphics = image.createGraphics();
        graphics.fillRect(0, 60, 900, 540);
        graphics.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
