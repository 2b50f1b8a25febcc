package dev.attest.systemtests.reports;

import java.io.IOException;
import java.nio.file.Path;

/** A TestNG that passes on what a listener throws in {@code onTestFailure}: it ends without a report. */
enum EndedSetUp {
    ENDED_7_5("3.5.6", "7.5.1"),
    ENDED_7_12("3.5.6", "7.12.0"),
    ENDED_7_12_ON_THE_PLATFORM("3.6.1", "7.12.0");

    private static final String TESTS = """
            package shop;
            import org.testng.annotations.*;
            @Listeners(ByAnnotation.class)
            public class ByAnnotationEndsTest extends ChangingAround {
                @Test(priority = 1) public void passes() {}
                @Test(priority = 2) public void onTestFailure_throws_failing() { Change.body("failing"); }
                @Test(priority = 3) public void neverStarts() {}
            }
            """;

    private final String surefire;
    private final String testng;

    EndedSetUp(String surefire, String testng) {
        this.surefire = surefire;
        this.testng = testng;
    }

    void write(Path folder) throws IOException {
        new ReportedProject(folder, surefire)
                .with("org.testng", "testng", testng)
                .copied("status")
                .java("ByAnnotation", "package shop; public final class ByAnnotation extends Changer {}")
                .java("ByAnnotationEndsTest", TESTS)
                .configured("<test>ByAnnotationEndsTest</test>")
                .writePom();
    }
}
