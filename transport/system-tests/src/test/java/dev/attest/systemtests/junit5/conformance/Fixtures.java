package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.systemtests.JUnitVersion;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The classes of tests that say what happens to them. */
public final class Fixtures {

    private static final List<Class<?>> THEMES = List.of(
            Outcomes.class,
            Messages.class,
            Timeouts.class,
            Disabling.class,
            AroundATest.class,
            AroundAClass.class,
            ForeignExtensions.class,
            Structures.class,
            Names.class,
            Templates.class,
            Factories.class,
            ClassTemplates.class,
            Evidence.class,
            PublishedFiles.class,
            Concurrent.class,
            Retried.class);

    private static final Pattern SINCE = Pattern.compile("Since5(\\d+)$");

    private Fixtures() {}

    /** Returns those that this JUnit can run. */
    public static List<Class<?>> of(JUnitVersion version) {
        return THEMES.stream()
                .<Class<?>>flatMap(theme -> Arrays.stream(theme.getDeclaredClasses()))
                .filter(type -> type.isAnnotationPresent(Fixture.class))
                .filter(type -> runsOn(version, type))
                .toList();
    }

    private static boolean runsOn(JUnitVersion version, Class<?> fixture) {
        Matcher since = SINCE.matcher(fixture.getSimpleName());
        return !since.find() || version.isAtLeast5(Integer.parseInt(since.group(1)));
    }
}
