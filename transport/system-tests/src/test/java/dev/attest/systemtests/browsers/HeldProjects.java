package dev.attest.systemtests.browsers;

import dev.attest.systemtests.builds.Placeholders;
import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Projects whose tests hold browsers, built by one Maven. Each publishes to a service of its own. */
final class HeldProjects implements AutoCloseable {

    static final Path SOURCES = Path.of("src/test/projects/held");

    private final Map<String, Service> services = new HashMap<>();
    private final SharedBrowser browser = new SharedBrowser();
    private final Reactor reactor;
    private String out = "";

    HeldProjects(Path folder) throws IOException {
        reactor = new Reactor(folder);
    }

    /** Adds a project that has the name of its sources. */
    Path add(String name) throws IOException {
        return add(name, List.of(name), Map.of(), "");
    }

    /**
     * Adds a project; returns its folder.
     *
     * @param sources folders whose files it has, besides those that all have
     * @param surefire configuration of Surefire, besides the pom's
     */
    Path add(String name, List<String> sources, Map<String, String> more, String surefire) throws IOException {
        Service service = Service.start();
        services.put(name, service);
        Map<String, String> environment = browser.environment();
        environment.putAll(service.environment());
        // What is late on a loaded machine is here all the same.
        environment.put("ATTEST_SCREENSHOT_TIMEOUT", "60s");
        environment.putAll(more);
        Path folder = reactor.add(name, environment, surefire);
        copy(SOURCES.resolve("both"), folder.resolve("src/test/java/shop"));
        for (String each : sources) {
            copy(SOURCES.resolve(each), folder);
        }
        Path pom = folder.resolve("pom.xml");
        Files.writeString(pom, Placeholders.fill(Files.readString(pom)));
        return folder;
    }

    /** Runs the tests of all, two projects at once, and ends the browsers that are left. */
    void run() throws IOException, InterruptedException {
        try {
            Reactor.Built built = reactor.test(Map.of(), "-T2");
            out = built.maven().out() + built.maven().err();
        } finally {
            browser.close();
        }
    }

    /** Returns the pictures of a project's tests as {@link Pictures#byTest} does. */
    Map<String, String> pictures(String name, Collection<String> marks) throws IOException {
        return new Pictures(services.get(name), marks).byTest();
    }

    /** Returns what the build printed. */
    String out() {
        return out;
    }

    @Override
    public void close() {
        services.values().forEach(Service::close);
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                Path copy = to.resolve(from.relativize(file).toString());
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }
}
