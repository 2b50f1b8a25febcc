package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Classes that run several times. The Platform knows none of their tests beforehand. */
final class ClassTemplates {

    private ClassTemplates() {}

    @Fixture
    @ParameterizedClass(name = "no. {index}")
    @ValueSource(ints = {1, 2})
    static class TwiceSince513 {
        @Parameter
        int number;

        @Test
        void plain() {
            Ledger.Entry entry =
                    Ledger.of(TwiceSince513.class, "plain", "TwiceSince513 › no. " + number + " › plain()");
            if (number == 2) {
                throw entry.failed("two");
            }
            entry.passed();
        }

        @ParameterizedTest(name = "{index}")
        @ValueSource(ints = 7)
        void times(int seven) {
            Ledger.of(TwiceSince513.class, "times", "TwiceSince513 › no. " + number + " › times(int) › 1")
                    .passed();
        }

        @Nested
        class Inner {
            @Test
            void inside() {
                Ledger.of(Inner.class, "inside", "TwiceSince513 › no. " + number + " › Inner › inside()")
                        .passed();
            }
        }
    }

    @Fixture
    @MethodSource("numbers")
    @ParameterizedClass
    static class SourcelessSince513 {
        @Parameter
        int number;

        static Stream<Integer> numbers() {
            throw Ledger.around(SourcelessSince513.class, "@ClassTemplate").broke("no numbers");
        }

        @Test
        void plain() {}
    }

    @Fixture
    @ParameterizedClass(name = "no. {index}")
    @ValueSource(ints = {1, 2})
    static class BeforeInvocationFailsSince513 {
        @Parameter
        int number;

        @BeforeParameterizedClassInvocation
        static void prepare(int number) {
            if (number == 1) {
                throw Ledger.around(BeforeInvocationFailsSince513.class, "no. 1 › @BeforeInvocation")
                        .broke("not the first");
            }
        }

        @Test
        void plain() {
            Ledger.of(
                            BeforeInvocationFailsSince513.class,
                            "plain",
                            "BeforeInvocationFailsSince513 › no. " + number + " › plain()")
                    .passed();
        }
    }

    @Disabled("sold out")
    @Fixture
    @ParameterizedClass
    @ValueSource(ints = {1, 2})
    static class OffSince513 {
        static {
            new Ledger.Entry(OffSince513.class.getName(), OffSince513.class.getName(), "OffSince513", 1, 1)
                    .neverRan("sold out");
        }

        @Parameter
        int number;

        @Test
        void plain() {}
    }
}
