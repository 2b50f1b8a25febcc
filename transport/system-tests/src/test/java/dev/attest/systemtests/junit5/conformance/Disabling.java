package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.lang.reflect.Method;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.condition.DisabledIf;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is not to run. Nothing in it does, so that the classes say so when they are initialized. */
final class Disabling {

    private Disabling() {}

    @Fixture
    static class Methods {
        static {
            Ledger.of(Methods.class, "dark").neverRan("bulb is broken");
            Ledger.of(Methods.class, "unexplained")
                    .neverRan("void " + Methods.class.getName() + ".unexplained() is @Disabled");
            Ledger.of(Methods.class, "template", "Methods › template(int)").neverRan("slow");
            Ledger.of(Methods.class, "factory").neverRan("on strike");
        }

        @Test
        void runs() {
            Ledger.of(Methods.class, "runs").passed();
        }

        @Disabled("bulb is broken")
        @Test
        void dark() {}

        @Disabled
        @Test
        void unexplained() {}

        @Disabled("slow")
        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void template(int number) {}

        @Disabled("on strike")
        @TestFactory
        Stream<DynamicTest> factory() {
            return Stream.empty();
        }
    }

    @Disabled("closed for the winter")
    @Fixture
    static class WholeClass {
        static {
            Ledger.of(WholeClass.class, "one").neverRan("closed for the winter");
            Ledger.of(WholeClass.class, "template", "WholeClass › template(int)")
                    .neverRan("closed for the winter");
            Ledger.of(WholeClass.Inner.class, "two").neverRan("closed for the winter");
        }

        @Test
        void one() {}

        @ParameterizedTest
        @ValueSource(ints = {1, 2})
        void template(int number) {}

        @Nested
        class Inner {
            @Test
            void two() {}
        }
    }

    @Fixture
    static class NestedClass {
        static {
            Ledger.of(NestedClass.Off.class, "one").neverRan("later");
            Ledger.of(NestedClass.Off.Deeper.class, "two").neverRan("later");
        }

        @Test
        void runs() {
            Ledger.of(NestedClass.class, "runs").passed();
        }

        @Disabled("later")
        @Nested
        class Off {
            @Test
            void one() {}

            @Nested
            class Deeper {
                @Test
                void two() {}
            }
        }
    }

    @Fixture
    static class ByConditionsOfJUnit {
        static {
            Ledger.of(ByConditionsOfJUnit.class, "always").neverRan("by its own word");
            Ledger.of(ByConditionsOfJUnit.class, "unset").neverRan("System property [never.set] does not exist");
        }

        static boolean yes() {
            return true;
        }

        @DisabledIf(value = "yes", disabledReason = "by its own word")
        @Test
        void always() {}

        @EnabledIfSystemProperty(named = "never.set", matches = ".*")
        @Test
        void unset() {}
    }

    @ExtendWith(OnlyOnTuesdays.class)
    @Fixture
    static class ByAConditionOfTheUser {
        @Test
        void one() {}

        @Test
        void two() {}
    }

    static final class OnlyOnTuesdays implements ExecutionCondition {
        @Override
        public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
            if (context.getTestMethod().isEmpty()) {
                return ConditionEvaluationResult.enabled("ask the methods");
            }
            Method method = context.getRequiredTestMethod();
            Ledger.of(context.getRequiredTestClass(), method.getName()).neverRan("it is not Tuesday");
            return ConditionEvaluationResult.disabled("it is not Tuesday");
        }
    }
}
