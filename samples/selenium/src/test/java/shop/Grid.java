package shop;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A Selenium Grid on this machine: a hub and two nodes, each a process of its own, on free ports of 127.0.0.1. Runs
 * until its ready file is gone, whoever started it has ended, or ten minutes are over, and leaves nothing running. Then
 * says, in the file named second, on which nodes there were sessions.
 */
final class Grid {

    private static final Instant LATEST = Instant.now().plus(Duration.ofMinutes(10));
    private static final Pattern NEVER_USED = Pattern.compile("\"lastStarted\":\\s*\"1970-");
    private static final Pattern SLOT = Pattern.compile("\"lastStarted\"");

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Process> processes = new ArrayList<>();
    private final Path folder;
    private final String events;
    private final String url;

    private Grid(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        this.url = "http://127.0.0.1:" + freePort();
        this.events =
                "--publish-events tcp://127.0.0.1:" + freePort() + " --subscribe-events tcp://127.0.0.1:" + freePort();
    }

    public static void main(String[] args) throws Exception {
        Path ready = Path.of(args[0]);
        Path used = Path.of(args[1]);
        Grid grid = new Grid(ready.toAbsolutePath().getParent());
        Runtime.getRuntime().addShutdownHook(new Thread(grid::stop));
        grid.start();
        Files.writeString(ready, "url=" + grid.url + "\n");
        grid.waitUntilGone(ready);
        Files.writeString(used, grid.usedNodes() + " nodes had sessions\n");
    }

    private void start() throws Exception {
        run("hub", "hub --port " + url.replaceFirst(".*:", "") + " " + events);
        for (String node : List.of("node-1", "node-2")) {
            run(node, "node --config " + config() + " --port " + freePort() + " --grid-url " + url + " " + events);
        }
        while (!status().contains("\"ready\": true")
                || SLOT.matcher(status()).results().count() < 4) {
            pause();
            if (Instant.now().isAfter(LATEST)) {
                throw new IOException("the Grid was not ready in time; see the logs in " + folder);
            }
        }
    }

    private void run(String name, String arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "org.openqa.selenium.grid.Main"));
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("--host", "127.0.0.1"));
        processes.add(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile())
                .start());
    }

    private Path config() throws IOException {
        return Files.writeString(folder.resolve("node.toml"), """
                [node]
                detect-drivers = false
                selenium-manager = false
                max-sessions = 2
                [[node.driver-configuration]]
                display-name = "chromium"
                stereotype = '{"browserName": "chrome"}'
                webdriver-executable = "%s"
                max-sessions = 2
                """.formatted(Browser.driver()));
    }

    private void waitUntilGone(Path ready) {
        ProcessHandle starter = ProcessHandle.current().parent().orElseThrow();
        while (Files.exists(ready) && starter.isAlive() && Instant.now().isBefore(LATEST)) {
            pause();
        }
    }

    private long usedNodes() throws InterruptedException {
        return List.of(status().split("\"heartbeatPeriod\"")).stream()
                .filter(node -> SLOT.matcher(node).results().count()
                        > NEVER_USED.matcher(node).results().count())
                .count();
    }

    private String status() throws InterruptedException {
        try {
            HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/status"))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return http.send(request, HttpResponse.BodyHandlers.ofString()).body();
        } catch (IOException e) {
            return "";
        }
    }

    private void stop() {
        processes.forEach(process -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    private static void pause() {
        try {
            Thread.sleep(200);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
