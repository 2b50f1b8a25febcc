package dev.attest.testng;

import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import org.testng.ITestNGListener;
import org.testng.annotations.Test;

/** Runs the fixtures of the tests on whatever TestNG is on the class path, and writes down what is reported. */
public final class MatrixMain {

    /** By name, for the tests themselves do not load without Jupiter. */
    private static final List<String> WITH_FIXTURES =
            List.of("OutcomesTest", "FixturesTest", "IdentitiesTest", "RetriesTest", "ParallelTest", "ReportNamesTest");

    private MatrixMain() {}

    /**
     * Runs them all.
     *
     * @param args a file for the ledger
     */
    public static void main(String... args) throws Exception {
        Files.writeString(Path.of(args[0]), ledger());
    }

    /**
     * Returns what is reported of each class, in alphabetical order: versions of TestNG order tests in their own ways.
     */
    public static String ledger() throws ClassNotFoundException {
        StringBuilder ledger = new StringBuilder();
        for (ITestNGListener listener : ServiceLoader.load(ITestNGListener.class)) {
            ledger.append("found ").append(listener.getClass().getName()).append('\n');
        }
        for (Class<?> fixture : fixtures()) {
            Launch launch = Launch.of(fixture).run();
            ledger.append("\n# ").append(fixture.getName()).append('\n');
            ledger.append(launch.recorder().sortedLedger());
        }
        Launch several = Launch.empty()
                .suite("monday")
                .test("chrome", ChainFixture.class)
                .test("firefox", ChainFixture.class)
                .suite("tuesday")
                .test("chrome", ChainFixture.class)
                .run();
        return ledger + "\n# suites\n" + several.recorder().sortedLedger() + "\n# pictures\n"
                + PictureFixtures.pictures();
    }

    private static List<Class<?>> fixtures() throws ClassNotFoundException {
        List<Class<?>> fixtures = new ArrayList<>(List.of(ChainFixture.class));
        for (String test : WITH_FIXTURES) {
            Class<?>[] nested = Class.forName("dev.attest.testng." + test).getDeclaredClasses();
            Arrays.stream(nested)
                    .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                    .filter(type ->
                            Arrays.stream(type.getMethods()).anyMatch(each -> each.isAnnotationPresent(Test.class)))
                    .sorted(Comparator.comparing(Class::getName))
                    .forEach(fixtures::add);
        }
        return fixtures;
    }
}
