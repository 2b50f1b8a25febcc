package shop;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;

/** Throws where tests ask for it by their names. */
public final class ThrowingListener implements TestExecutionListener {

    @Override
    public void executionStarted(TestIdentifier test) {
        Meddling.at("listenerStart", test.getLegacyReportingName().replaceAll("\\(.*", ""));
    }

    @Override
    public void executionFinished(TestIdentifier test, TestExecutionResult result) {
        Meddling.at("listenerEnd", test.getLegacyReportingName().replaceAll("\\(.*", ""));
    }
}
