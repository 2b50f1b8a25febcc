package dev.attest.junit5;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.util.stream.Stream;
import org.junit.ClassRule;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.rules.ExternalResource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** No fixture is blamed that the class does not have. */
class FixtureNamesTest {

    static Stream<Arguments> classes() {
        return Stream.of(
                arguments(Inheriting.class, "@AfterAll"),
                arguments(Implementing.class, "@BeforeAll"),
                arguments(Composed.class, "@AfterAll"),
                arguments(ExtendedBefore.class, "set-up"),
                arguments(ExtendedAfter.class, "tear-down"),
                arguments(Closed.class, "tear-down"),
                arguments(Constructed.class, "set-up"),
                arguments(Ruled.class, "set-up"),
                arguments(RuledAfter.class, "tear-down"),
                arguments(InASuite.class, "tear-down"));
    }

    @ParameterizedTest
    @MethodSource("classes")
    void areThoseOfTheClass(Class<?> fixture, String name) {
        assertThat(Launch.ledgerOf(fixture).lines().filter(line -> line.contains(": FAILED")))
                .hasSize(1)
                .allMatch(line -> line.contains(" › " + name + " <"), name);
    }

    private static RuntimeException noWater() {
        return new IllegalStateException("no water");
    }

    static class Parent {
        @AfterAll
        static void drain() {
            throw noWater();
        }
    }

    @Fixture
    static class Inheriting extends Parent {
        @Test
        void one() {}
    }

    interface Filled {
        @BeforeAll
        static void fill() {
            throw noWater();
        }
    }

    @Fixture
    static class Implementing implements Filled {
        @Test
        void one() {}
    }

    @AfterAll
    @Retention(RetentionPolicy.RUNTIME)
    @interface Finally {}

    @Fixture
    static class Composed {
        @Test
        void one() {}

        @Finally
        static void drain() {
            throw noWater();
        }
    }

    static final class Before implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            throw noWater();
        }
    }

    static final class After implements AfterAllCallback {
        @Override
        public void afterAll(ExtensionContext context) {
            throw noWater();
        }
    }

    static final class Closing implements BeforeAllCallback {
        @Override
        public void beforeAll(ExtensionContext context) {
            context.getStore(ExtensionContext.Namespace.create(Closing.class)).put("well", (AutoCloseable) () -> {
                throw noWater();
            });
        }
    }

    /** The fixture of the other end is not to blame. */
    @ExtendWith(Before.class)
    @Fixture
    static class ExtendedBefore {
        @Test
        void one() {}

        @AfterAll
        static void drain() {}
    }

    @ExtendWith(After.class)
    @Fixture
    static class ExtendedAfter {
        @BeforeAll
        static void fill() {}

        @Test
        void one() {}
    }

    @ExtendWith(Closing.class)
    @Fixture
    static class Closed {
        @Test
        void one() {}
    }

    @Fixture
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    static class Constructed {
        Constructed() {
            throw noWater();
        }

        @Test
        void one() {}
    }

    public static class Ruled {
        @ClassRule
        public static final ExternalResource WELL = new ExternalResource() {
            @Override
            protected void before() {
                throw noWater();
            }
        };

        @org.junit.Test
        public void one() {}
    }

    public static class RuledAfter {
        @ClassRule
        public static final ExternalResource WELL = new ExternalResource() {
            @Override
            protected void after() {
                throw noWater();
            }
        };

        @org.junit.Test
        public void one() {}
    }

    @ConfigurationParameter(key = Launch.FIXTURES, value = "run")
    @SelectClasses(ExtendedAfter.class)
    @Suite
    static class InASuite {}
}
