package dev.attest.systemtests.reports;

import dev.attest.systemtests.builds.Reactor;
import dev.attest.testkit.Service;
import dev.attest.testkit.ServiceView;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Projects that one Maven tests, each with a service of its own that knows tests by the names in Surefire's XML. */
final class ReportedBuild implements AutoCloseable {

    private final Path root;
    private final Reactor reactor;
    private final Map<String, Service> services = new LinkedHashMap<>();
    private Reactor.@Nullable Built built;

    ReportedBuild(Path root) {
        this.root = root;
        this.reactor = new Reactor(root);
    }

    /** Adds a project; returns the folder that its pom and its sources belong in. */
    Path add(String project) throws IOException {
        Service service = Service.start();
        services.put(project, service);
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_AZURE_TEST_NAMES", "surefire");
        return reactor.add(project, environment);
    }

    void test() throws IOException, InterruptedException {
        built = reactor.test(Map.of());
    }

    /** Returns what Maven said of a project. */
    String said(String project) {
        return built == null ? "" : built.of(project).out();
    }

    Path reports(String project) {
        return root.resolve(project).resolve("target/surefire-reports");
    }

    Path file(String project, String name) {
        return root.resolve(project).resolve(name);
    }

    ServiceView published(String project) {
        return services.get(project).view();
    }

    @Override
    public void close() {
        services.values().forEach(Service::close);
    }
}
