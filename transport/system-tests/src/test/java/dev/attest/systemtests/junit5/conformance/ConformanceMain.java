package dev.attest.systemtests.junit5.conformance;

import java.nio.file.Path;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Runs fixtures as a build tool's fork does, on whatever JUnit is on the class path, and prints what JUnit counted. */
final class ConformanceMain {

    private ConformanceMain() {}

    /** Runs the named classes, after each said what of it is not to run. */
    public static void main(String... classes) throws ClassNotFoundException {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("fixtures", "run")
                .configurationParameter("junit.jupiter.displayname.generator.default", SimpleNames.class.getName())
                .configurationParameter(
                        "junit.platform.reporting.output.dir",
                        Path.of("published").toAbsolutePath().toString())
                .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
                .configurationParameter("junit.jupiter.execution.parallel.config.executor-service", "FORK_JOIN_POOL")
                .configurationParameter("junit.jupiter.execution.parallel.config.strategy", "fixed")
                .configurationParameter("junit.jupiter.execution.parallel.config.fixed.parallelism", "4");
        for (String name : classes) {
            request.selectors(selectClass(Class.forName(name)));
        }
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher().execute(request.build(), listener);
        }
        TestExecutionSummary summary = listener.getSummary();
        System.out.println("ran " + summary.getTestsStartedCount() + ", passed " + summary.getTestsSucceededCount());
    }

    /** Older versions put the name of the enclosing class before that of a static member. */
    static final class SimpleNames extends DisplayNameGenerator.Standard {
        @Override
        public String generateDisplayNameForClass(Class<?> type) {
            return type.getSimpleName();
        }
    }
}
