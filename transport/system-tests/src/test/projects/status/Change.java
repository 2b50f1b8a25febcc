package shop;

import org.testng.ITestResult;
import org.testng.SkipException;

/** What the name of a test asks for: at which place, what, and what its body does, as {@code onTestStart_fails_passing}. */
final class Change {

    private Change() {}

    static void at(String place, ITestResult test) {
        String[] words = test.getMethod().getMethodName().split("_");
        if (words.length < 3 || !words[0].equals(place)) {
            return;
        }
        switch (words[1]) {
            case "passes" -> set(test, ITestResult.SUCCESS, null);
            case "fails" -> set(test, ITestResult.FAILURE, new AssertionError("failed at " + place));
            case "failsBarely" -> test.setStatus(ITestResult.FAILURE);
            case "skips" -> set(test, ITestResult.SKIP, new SkipException("skipped at " + place));
            default -> throw new IllegalStateException("thrown at " + place);
        }
    }

    static void body(String does) {
        switch (does) {
            case "failing" -> throw new AssertionError("failed by itself");
            case "skipping" -> throw new SkipException("skipped by itself");
            default -> {}
        }
    }

    private static void set(ITestResult test, int status, Throwable thrown) {
        test.setStatus(status);
        test.setThrowable(thrown);
    }
}
