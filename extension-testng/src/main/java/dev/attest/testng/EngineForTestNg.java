package dev.attest.testng;

import java.lang.StackWalker.StackFrame;
import java.util.List;

/** Recognizes that the JUnit Platform's engine for TestNG has started the execution of the calling listener. */
final class EngineForTestNg {

    private static final String ENGINE = "org.junit.support.testng.engine.";

    private static final List<String> BETWEEN = List.of("dev.attest.testng.", "org.testng.", "java.", "jdk.");

    private EngineForTestNg() {}

    static boolean isCaller() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(StackFrame::getClassName)
                        .dropWhile(type -> BETWEEN.stream().anyMatch(type::startsWith))
                        .findFirst()
                        .filter(type -> type.startsWith(ENGINE))
                        .isPresent());
    }
}
