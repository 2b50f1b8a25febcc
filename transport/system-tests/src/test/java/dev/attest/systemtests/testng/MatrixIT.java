package dev.attest.systemtests.testng;

import dev.attest.spi.TestRecorder;
import dev.attest.systemtests.Jars;
import dev.attest.systemtests.TestNgVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.NewerJava;
import dev.attest.testkit.RecordingRecorder;
import dev.attest.testng.AttestListener;
import dev.attest.testng.MatrixMain;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The same jar reports the same on every TestNG from the floor up: compiled once, run in a JVM of its own on each. What
 * is right is said by the tests whose fixtures these are, which run on the newest.
 *
 * <p>Also on a newer Java, where there is one: in {@code TEST_JAVA_HOMES}, or beside the one that runs this.
 */
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {

    private static String expected = "";

    @TempDir
    Path folder;

    @BeforeAll
    static void runOnTheNewest() throws Exception {
        expected = MatrixMain.ledger();
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheSameOnEveryTestNg(TestNgVersion version) throws Exception {
        assertThat(ledgerOn(version, Path.of(System.getProperty("java.home")))).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheSameOnANewerJava(TestNgVersion version) throws Exception {
        Optional<Path> newest = NewerJava.home();
        assumeTrue(newest.isPresent(), NewerJava.MISSING);

        assertThat(ledgerOn(version, newest.get())).isEqualTo(expected);
    }

    private String ledgerOn(TestNgVersion version, Path javaHome) throws Exception {
        Path ledger = folder.resolve("ledger.txt");
        ChildJvm jvm = new ChildJvm(folder, Map.of()).on(javaHome).main(MatrixMain.class, classPath(version));

        ChildJvm.Ended child = jvm.await(jvm.start(List.of(ledger.toString())));

        assertThat(ledger)
                .as("ledger; the JVM said%n%s", child.out() + child.err())
                .exists();
        return Files.readString(ledger);
    }

    private static String classPath(TestNgVersion version) {
        String attest =
                Jars.homesOf(AttestListener.class, TestRecorder.class, MatrixMain.class, RecordingRecorder.class);
        return attest + File.pathSeparator + String.join(File.pathSeparator, version.jars());
    }
}
