package dev.attest.systemtests.testng.conformance;

import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.testng.annotations.Test;

/** The classes of tests that say what happens to them. */
public final class Fixtures {

    private static final List<Class<?>> THEMES = List.of(
            Outcomes.class,
            Messages.class,
            Timeouts.class,
            Disabling.class,
            Dependencies.class,
            AroundATest.class,
            AroundAClass.class,
            Structures.class,
            Repeated.class,
            Rows.class,
            Factories.class,
            Evidence.class,
            Retried.class,
            Concurrent.class);

    private static final List<Class<?>> CHAINS =
            List.of(ChainOfMethods.class, ChainOfSkipped.class, ChainOfRetried.class);

    private Fixtures() {}

    /** Returns them all. */
    public static List<Class<?>> all() {
        Stream<Class<?>> nested = THEMES.stream().flatMap(theme -> Arrays.stream(theme.getDeclaredClasses()));
        return Stream.concat(CHAINS.stream(), nested)
                .filter(type -> !Modifier.isAbstract(type.getModifiers()))
                .filter(Fixtures::hasTests)
                .toList();
    }

    private static boolean hasTests(Class<?> type) {
        return type.isAnnotationPresent(Test.class)
                || Arrays.stream(type.getMethods()).anyMatch(method -> method.isAnnotationPresent(Test.class));
    }
}
