package dev.attest.systemtests.cli;

import com.sun.net.httpserver.HttpServer;
import dev.attest.standin.traffic.RecordedRequest;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

import static org.assertj.core.api.Assertions.assertThat;

@Execution(ExecutionMode.CONCURRENT)
class ReportIT {

    private static final int RESULTS = 1_500;

    @TempDir
    Path folder;

    @Test
    void reportsAFinishedRunFromDisk() throws Exception {
        Path journals = folder.resolve("target/attest");
        TestJvm.ended(journals, "nightly", "adds", "removes");
        Files.createFile(folder.resolve("pom.xml"));

        CommandRun.Ended ended = new CommandRun(folder).run("report", "-o", "r.html");

        assertThat(ended.exitCode()).as(ended.err()).isZero();
        assertThat(ended.out())
                .startsWith("wrote " + folder.resolve("r.html") + ": 2 results, 0 to look at, 0 pictures, ");
        assertThat(Files.readString(folder.resolve("r.html")))
                .contains(
                        "<h1><bdi>nightly</bdi></h1>",
                        "<bdi>adds</bdi>",
                        "<bdi>removes</bdi>",
                        "said by nightly</pre>");
    }

    @Test
    void reportsBesideARunningJvmAndWhatItLeftWhenItIsKilled() throws Exception {
        Path journals = folder.resolve("attest");
        Process jvm = TestJvm.start(journals);
        Path journal = TestJvm.folder(jvm);
        try {
            Map<Path, String> before = files(journal);
            CommandRun.Ended alive = new CommandRun(folder).run("report", journals.toString(), "-o", "alive.html");

            assertThat(alive.exitCode()).as(alive.err()).isZero();
            assertThat(Files.readString(folder.resolve("alive.html")))
                    .contains("Process " + jvm.pid() + " is still running.", "<bdi>first</bdi>")
                    .doesNotContain("<bdi>second</bdi>");
            assertThat(files(journal)).isEqualTo(before);
            assertThat(jvm.isAlive()).isTrue();
        } finally {
            jvm.destroyForcibly().waitFor(); // kill -9
        }

        CommandRun.Ended killed = new CommandRun(folder).run("report", journals.toString(), "-o", "killed.html");

        assertThat(killed.exitCode()).as(killed.err()).isZero();
        assertThat(killed.out())
                .contains("2 results, 1 to look at", "Process " + jvm.pid() + " ended before its tests did");
        assertThat(Files.readString(folder.resolve("killed.html")))
                .contains("1 aborted, 1 passed", "The JVM ended while this test was running.", "said</pre>");
        assertThat(journal).isDirectory();
    }

    @Test
    void readsALargeRunOfAServicePageByPageAndOnlyReads() throws Exception {
        try (Service service = Service.start()) {
            publish(service);
            service.standIn().clearRequests();

            CommandRun.Ended api = report(service, service.standIn().url() + "/demo/_apis/test/runs/1", "api.html");
            CommandRun.Ended page = report(
                    service,
                    service.standIn().url() + "/demo/_TestManagement/Runs?runId=1&_a=resultQuery",
                    "page.html");
            CommandRun.Ended standIn = report(service, service.standIn().page() + "runs/1", "standin.html");

            for (CommandRun.Ended ended : new CommandRun.Ended[] {api, page, standIn}) {
                assertThat(ended.exitCode()).as(ended.out() + ended.err()).isZero();
                assertThat(ended.out()).contains("1500 results, 3 to look at, 3 pictures, ");
            }
            String report = Files.readString(folder.resolve("api.html"));
            assertThat(Pattern.compile("<li class=\"row\"").matcher(report).results())
                    .hasSize(RESULTS);
            assertThat(report)
                    .contains(
                            "<bdi>test 1499</bdi>", "alt=\"Picture page.png\"", "console of test 7</pre>", "expected 7")
                    .contains("The files of 1497 results that passed or were skipped are at the service")
                    .doesNotContain(service.standIn().token());
            assertThat(service.standIn().requests())
                    .extracting(RecordedRequest::method)
                    .containsOnly("GET", "OPTIONS");
            assertThat(service.standIn().requests()).hasSizeLessThan(100);
        }
    }

    @Test
    void saysWhyARunCannotBeReadAndLeavesTheOldReport() throws Exception {
        try (Service service = Service.start()) {
            Files.writeString(folder.resolve("r.html"), "old");

            CommandRun.Ended ended = report(service, service.standIn().page() + "runs/77", "r.html");

            assertThat(ended.exitCode()).isEqualTo(3);
            assertThat(ended.err()).contains("attest: Cannot read run 77", "/test/runs/77");
            assertThat(folder.resolve("r.html")).hasContent("old");
        }
    }

    @Test
    void asksNoOtherAddress() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        HttpServer other = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        other.createContext("/", exchange -> {
            asked.incrementAndGet();
            exchange.close();
        });
        other.start();
        try (Service service = Service.start()) {
            service.standIn().clearRequests();
            String address = "http://127.0.0.1:" + other.getAddress().getPort();

            CommandRun.Ended ended = report(service, address + "/DefaultCollection/demo/_apis/test/runs/1", "r.html");

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.err()).contains("the token is sent to no other address");
            assertThat(asked).hasValue(0);
            assertThat(service.standIn().requests()).isEmpty();
            assertThat(folder.resolve("r.html")).doesNotExist();
        } finally {
            other.stop(0);
        }
    }

    private CommandRun.Ended report(Service service, String address, String file)
            throws IOException, InterruptedException {
        return new CommandRun(folder).with(service.environment()).run("report", address, "-o", file);
    }

    /** Three of the results failed; each of these has a picture and a text. */
    private static void publish(Service service) throws Exception {
        post(service, "/runs", "{\"name\":\"large\",\"automated\":true,\"state\":\"InProgress\"}");
        for (int from = 0; from < RESULTS; from += 500) {
            post(
                    service,
                    "/runs/1/results",
                    IntStream.range(from, from + 500)
                            .mapToObj(ReportIT::result)
                            .collect(Collectors.joining(",", "[", "]")));
        }
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(300, 200, BufferedImage.TYPE_INT_RGB), "png", png);
        for (int i : new int[] {7, 700, 1400}) {
            String files = "/runs/1/results/" + (100_000 + i) + "/attachments";
            post(service, files, file("page.png", png.toByteArray()));
            post(service, files, file("console.log", ("console of test " + i).getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String result(int i) {
        boolean failed = i == 7 || i == 700 || i == 1400;
        return "{\"testCaseTitle\":\"test " + i + "\",\"automatedTestName\":\"shop.T" + i % 20 + ".t" + i
                + "\",\"automatedTestStorage\":\"shop.T" + i % 20 + "\",\"state\":\"Completed\",\"outcome\":\""
                + (failed ? "Failed\",\"errorMessage\":\"expected " + i : "Passed") + "\"}";
    }

    private static String file(String name, byte[] content) {
        return "{\"fileName\":\"" + name + "\",\"attachmentType\":\"GeneralAttachment\",\"stream\":\""
                + Base64.getEncoder().encodeToString(content) + "\"}";
    }

    private static void post(Service service, String path, String json) throws IOException, InterruptedException {
        String login =
                Base64.getEncoder().encodeToString((":" + service.standIn().token()).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> reply = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(
                                        service.standIn().url() + "/demo/_apis/test" + path + "?api-version=7.1"))
                                .header("Authorization", "Basic " + login)
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
    }

    private static Map<Path, String> files(Path journal) throws IOException {
        Map<Path, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(journal)) {
            all.forEach(file -> {
                try {
                    files.put(file, Files.getLastModifiedTime(file) + " " + Files.size(file));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
        return files;
    }
}
