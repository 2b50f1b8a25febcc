package shop;

import dev.attest.Attest;
import dev.attest.AttachmentType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.testng.IConfigurationListener;
import org.testng.IInvokedMethod;
import org.testng.IInvokedMethodListener;
import org.testng.ITestListener;
import org.testng.ITestResult;

/** Attaches a file in each callback, which says of what it is, and is called as the callback. Keeps a list of them. */
public final class Attaching implements ITestListener, IInvokedMethodListener, IConfigurationListener {

    private static final Path ATTACHED = Path.of("target", "attached.txt");

    private static void attach(String callback, ITestResult test) {
        String type = test.getTestClass().getRealClass().getSimpleName();
        if (type.startsWith("Files")) {
            String of = type + "." + test.getMethod().getMethodName();
            Attest.attach(callback + ".txt", of, AttachmentType.GENERAL_ATTACHMENT);
            note(callback + ".txt of " + of);
        }
    }

    private static synchronized void note(String line) {
        if (Boolean.getBoolean("testng.mode.dryrun")) {
            return;
        }
        try {
            Files.writeString(ATTACHED, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void onTestStart(ITestResult test) {
        attach("onTestStart", test);
    }

    @Override
    public void beforeInvocation(IInvokedMethod method, ITestResult test) {
        if (method.isTestMethod()) {
            attach("beforeInvocation", test);
        }
    }

    @Override
    public void afterInvocation(IInvokedMethod method, ITestResult test) {
        if (method.isTestMethod()) {
            attach("afterInvocation", test);
        }
    }

    @Override
    public void onTestSuccess(ITestResult test) {
        attach("onTestSuccess", test);
    }

    @Override
    public void onTestFailure(ITestResult test) {
        attach("onTestFailure", test);
    }

    @Override
    public void onTestSkipped(ITestResult test) {
        attach("onTestSkipped", test);
    }

    @Override
    public void onTestFailedButWithinSuccessPercentage(ITestResult test) {
        attach("onWithinPercentage", test);
    }

    @Override
    public void onConfigurationFailure(ITestResult fixture) {
        attach("onConfigurationFailure", fixture);
    }
}
