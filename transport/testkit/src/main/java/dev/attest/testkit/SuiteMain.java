package dev.attest.testkit;

import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Runs the classes named by its arguments, as a build tool's fork does, and prints how many tests did what. */
public final class SuiteMain {

    private SuiteMain() {}

    public static void main(String[] classes) {
        SummaryGeneratingListener summary = new SummaryGeneratingListener();
        try (LauncherSession session = LauncherFactory.openSession()) {
            LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request()
                    .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition");
            for (String name : classes) {
                request.selectors(selectClass(name));
            }
            session.getLauncher().execute(request.build(), summary);
        }
        var counts = summary.getSummary();
        System.out.println("ran " + counts.getTestsStartedCount() + ", passed " + counts.getTestsSucceededCount()
                + ", failed " + counts.getTestsFailedCount());
    }
}
