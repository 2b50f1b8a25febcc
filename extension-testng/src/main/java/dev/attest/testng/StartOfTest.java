package dev.attest.testng;

import java.lang.StackWalker.StackFrame;
import java.util.Iterator;
import java.util.stream.Stream;

/** Recognizes that the calling code is in {@code onTestStart} of some listener of TestNG. */
final class StartOfTest {

    private StartOfTest() {}

    static boolean isOnTheStack() {
        return StackWalker.getInstance().walk(StartOfTest::isCalledByTestNg);
    }

    private static boolean isCalledByTestNg(Stream<StackFrame> frames) {
        String callee = "";
        for (Iterator<StackFrame> each = frames.iterator(); each.hasNext(); ) {
            StackFrame frame = each.next();
            if (frame.getClassName().startsWith("org.testng.")) {
                return callee.equals("onTestStart");
            }
            callee = frame.getMethodName();
        }
        return false;
    }
}
