package dev.attest.systemtests.builds;

import java.util.ArrayList;
import java.util.List;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectUniqueId;

/** Runs a class, and tests that failed at first once more, as Surefire does. */
public final class RetryingMain {

    private RetryingMain() {}

    public static void main(String[] classes) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            AtFirst failed = new AtFirst();
            session.getLauncher()
                    .execute(request().selectors(selectClass(classes[0])).build(), failed);
            for (String id : failed.ids) {
                session.getLauncher()
                        .execute(request().selectors(selectUniqueId(id)).build());
            }
        }
    }

    private static LauncherDiscoveryRequestBuilder request() {
        return LauncherDiscoveryRequestBuilder.request()
                .configurationParameter("junit.jupiter.conditions.deactivate", "org.junit.*DisabledCondition");
    }

    private static final class AtFirst implements TestExecutionListener {

        private final List<String> ids = new ArrayList<>();

        @Override
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            boolean atFirst = result.getThrowable()
                    .map(thrown -> String.valueOf(thrown.getMessage()).startsWith("at first"))
                    .orElse(false);
            if (atFirst) {
                ids.add(test.getUniqueId());
            }
        }
    }
}
