package dev.attest.systemtests.junit5;

import dev.attest.junit5.Fixture;
import dev.attest.junit5.MatrixFixtures;
import dev.attest.junit5.MatrixMain;
import dev.attest.systemtests.JUnitVersion;
import dev.attest.testkit.ChildJvm;
import dev.attest.testkit.NewerJava;
import dev.attest.testkit.RecordingRecorder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

/**
 * The same jar reports the same on every JUnit from the floor up: compiled once, run in a JVM of its own on each.
 *
 * <p>Also on a newer Java, where there is one.
 */
@Execution(ExecutionMode.CONCURRENT)
class MatrixIT {

    private static final String EVERYWHERE = """
            found PublishingListener
            found SessionListener
            found AttestExtension
            plan started {attest.output=never}
            started A1Outcomes › assumes() <A1Outcomes assumes()>
            finished A1Outcomes › assumes(): SKIPPED, Assumption failed: not on a Tuesday
            concluded A1Outcomes › disabled() <A1Outcomes disabled()>: SKIPPED, bulb is broken
            started A1Outcomes › fails() <A1Outcomes fails()>
            finished A1Outcomes › fails(): FAILED, two is not three (with trace)
            started A1Outcomes › passes() <A1Outcomes passes()>
            finished A1Outcomes › passes(): PASSED
            started A1Outcomes › sleeps() <A1Outcomes sleeps()>
            finished A1Outcomes › sleeps(): FAILED, sleeps() timed out after 10 milliseconds (with trace)
            started A1Outcomes › a name [tag] <A1Outcomes tagged(org.junit.jupiter.api.TestReporter)>
            comment A1Outcomes › a name: browser: chromium
            finished A1Outcomes › a name: PASSED
            started A2Nested › inside › one() <A2Nested$Inner one()>
            finished A2Nested › inside › one(): PASSED
            concluded A2Nested › inside › Innermost › two() \
            <A2Nested$Inner$Innermost two()>: SKIPPED, later
            started A3Inherits › inside › one() <A2Nested$Inner one() A3Inherits>
            finished A3Inherits › inside › one(): PASSED
            concluded A3Inherits › inside › Innermost › two() \
            <A2Nested$Inner$Innermost two() A3Inherits>: SKIPPED, later
            concluded A4Disabled › one() <A4Disabled one()>: SKIPPED, closed
            concluded A4Disabled › template(int) <A4Disabled template(int)>: SKIPPED, closed
            started B1Constructor › one() <B1Constructor one()>
            finished B1Constructor › one(): FAILED, no bricks (with trace)
            started B2BeforeEach › one() <B2BeforeEach one()>
            finished B2BeforeEach › one(): FAILED, no water (with trace)
            started B3AfterEach › one() <B3AfterEach one()>
            finished B3AfterEach › one(): FAILED, no drain (with trace)
            concluded B4BeforeAll › @BeforeAll <B4BeforeAll @BeforeAll>: FAILED, refused (with trace)
            concluded B4BeforeAll › factory() \
            <B4BeforeAll factory()>: NOT_STARTED, Not started: @BeforeAll of B4BeforeAll failed: refused
            concluded B4BeforeAll › one() \
            <B4BeforeAll one()>: NOT_STARTED, Not started: @BeforeAll of B4BeforeAll failed: refused
            concluded B4BeforeAll › Inner › two() \
            <B4BeforeAll$Inner two()>: NOT_STARTED, Not started: @BeforeAll of B4BeforeAll failed: refused
            started B5AfterAll › one() <B5AfterAll one()>
            finished B5AfterAll › one(): PASSED
            concluded B5AfterAll › @AfterAll <B5AfterAll @AfterAll>: FAILED, leak (with trace)
            concluded B6Assumption › one() \
            <B6Assumption one()>: SKIPPED, Assumption failed: only on Windows
            concluded C1Parameterized › disabled(int) <C1Parameterized disabled(int)>: SKIPPED, slow
            started C1Parameterized › repeated() › repetition 1 of 2 <C1Parameterized repeated() #1>
            finished C1Parameterized › repeated() › repetition 1 of 2: PASSED
            started C1Parameterized › repeated() › repetition 2 of 2 <C1Parameterized repeated() #2>
            finished C1Parameterized › repeated() › repetition 2 of 2: PASSED
            started C1Parameterized › shown(String) › no. 1 <C1Parameterized shown(java.lang.String) #1>
            comment C1Parameterized › shown(String) › no. 1: Arguments: text = null
            finished C1Parameterized › shown(String) › no. 1: PASSED
            started C1Parameterized › shown(String) › no. 2 <C1Parameterized shown(java.lang.String) #2>
            comment C1Parameterized › shown(String) › no. 2: Arguments: text = "two\\nlines"
            finished C1Parameterized › shown(String) › no. 2: PASSED
            concluded C1Parameterized › sourceless(String) › @TestTemplate \
            <C1Parameterized sourceless(java.lang.String) @TestTemplate>: FAILED, no text today (with trace)
            concluded C2Dynamic › broken() › @TestFactory \
            <C2Dynamic broken() @TestFactory>: FAILED, strike (with trace)
            started C2Dynamic › tree() › leaf <C2Dynamic tree() #1>
            finished C2Dynamic › tree() › leaf: PASSED
            started C2Dynamic › tree() › branch › leaf <C2Dynamic tree() #2/#1>
            finished C2Dynamic › tree() › branch › leaf: FAILED, fell (with trace)
            started C3Pictures › aborts() <C3Pictures aborts()>
            comment C3Pictures › aborts(): picture, ended, in [C3Pictures] given []
            finished C3Pictures › aborts(): SKIPPED, Assumption failed: too bright
            started C3Pictures › dynamic() › dark <C3Pictures dynamic() #1>
            comment C3Pictures › dynamic() › dark: picture, failed, in [C3Pictures] given []
            finished C3Pictures › dynamic() › dark: FAILED, dark (with trace)
            started C3Pictures › fails() <C3Pictures fails()>
            comment C3Pictures › fails(): picture, failed, in [C3Pictures] given []
            finished C3Pictures › fails(): FAILED, dark (with trace)
            started C3Pictures › neverRuns() [shut] <C3Pictures neverRuns()>
            comment C3Pictures › neverRuns(): picture, failed, in [C3Pictures] given [...]
            finished C3Pictures › neverRuns(): FAILED, shut (with trace)
            started C3Pictures › takes(int) › no. 1 <C3Pictures takes(int) #1>
            comment C3Pictures › takes(int) › no. 1: picture, ended, in [C3Pictures] given [1]
            finished C3Pictures › takes(int) › no. 1: PASSED
            started C3Pictures › takes(int) › no. 2 <C3Pictures takes(int) #2>
            comment C3Pictures › takes(int) › no. 2: picture, failed, in [C3Pictures] given [2]
            finished C3Pictures › takes(int) › no. 2: FAILED, dark (with trace)
            """;

    private static final String SINCE_5_12 = """
            attach to run: versions/ null
            started FilesSince512 › publishes(TestReporter) \
            <FilesSince512 publishes(org.junit.jupiter.api.TestReporter)>
            attach FilesSince512 › publishes(TestReporter): traces/ null
            finished FilesSince512 › publishes(TestReporter): PASSED
            """;

    private static final String SINCE_5_13 = """
            started TemplateSince513 › no. 1 › plain() <TemplateSince513 plain() #1>
            finished TemplateSince513 › no. 1 › plain(): PASSED
            started TemplateSince513 › no. 1 › Inner › nested() › repetition 1 of 1 \
            <TemplateSince513$Inner nested() #1/#1>
            finished TemplateSince513 › no. 1 › Inner › nested() › repetition 1 of 1: PASSED
            started TemplateSince513 › no. 2 › plain() <TemplateSince513 plain() #2>
            finished TemplateSince513 › no. 2 › plain(): PASSED
            started TemplateSince513 › no. 2 › Inner › nested() › repetition 1 of 1 \
            <TemplateSince513$Inner nested() #2/#1>
            finished TemplateSince513 › no. 2 › Inner › nested() › repetition 1 of 1: PASSED
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void reportsTheSameOnEveryJUnit(JUnitVersion version) throws Exception {
        assertThat(ledgerOn(version, Path.of(System.getProperty("java.home")))).isEqualTo(expectedOn(version));
    }

    @ParameterizedTest
    @EnumSource
    void reportsTheSameOnANewerJava(JUnitVersion version) throws Exception {
        Optional<Path> newest = NewerJava.home();
        assumeTrue(newest.isPresent(), NewerJava.MISSING);

        assertThat(ledgerOn(version, newest.get())).isEqualTo(expectedOn(version));
    }

    private static String expectedOn(JUnitVersion version) {
        return EVERYWHERE
                + (version.isAtLeast5(12) ? SINCE_5_12 : "")
                + (version.isAtLeast5(13) ? SINCE_5_13 : "")
                + "plan finished\n";
    }

    private String ledgerOn(JUnitVersion version, Path javaHome) throws Exception {
        Files.writeString(folder.resolve("junit-platform.properties"), "attest.output = never\nother = setting\n");
        Path ledger = folder.resolve("ledger.txt");
        List<String> arguments = new ArrayList<>(
                List.of(ledger.toString(), folder.resolve("published").toString()));
        arguments.addAll(fixturesFor(version));
        ChildJvm jvm = new ChildJvm(folder, Map.of())
                .on(javaHome)
                .main(MatrixMain.class, version.classPath(folder, MatrixMain.class, RecordingRecorder.class));

        ChildJvm.Ended child = jvm.await(jvm.start(arguments));

        assertThat(ledger)
                .as("ledger; the JVM said%n%s", child.out() + child.err())
                .exists();
        return Files.readString(ledger);
    }

    private static List<String> fixturesFor(JUnitVersion version) {
        return Arrays.stream(MatrixFixtures.class.getDeclaredClasses())
                .filter(fixture -> fixture.isAnnotationPresent(Fixture.class))
                .map(Class::getSimpleName)
                .filter(name -> !name.endsWith("Since512") || version.isAtLeast5(12))
                .filter(name -> !name.endsWith("Since513") || version.isAtLeast5(13))
                .sorted()
                .toList();
    }
}
