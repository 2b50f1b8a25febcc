package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Attested;
import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContext;
import org.junit.jupiter.api.extension.TestTemplateInvocationContextProvider;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.converter.ArgumentConversionException;
import org.junit.jupiter.params.converter.ArgumentConverter;
import org.junit.jupiter.params.converter.ConvertWith;
import org.junit.jupiter.params.provider.EmptySource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

/** One method, many tests. Default names of invocations differ between versions: JUnit says what they are. */
final class Templates {

    private Templates() {}

    @Fixture
    static class Parameterized {
        @EmptySource
        @NullSource
        @ParameterizedTest
        @ValueSource(strings = {"plain", "two\nlines", "\ud83d\ude00"})
        void values(String text, TestInfo info) {
            String shown = info.getDisplayName().replaceAll("\\p{Cntrl}+", " ").strip();
            Ledger.of(Parameterized.class, "values", "Parameterized › values(String, TestInfo) › " + shown)
                    .passed();
        }

        @ParameterizedTest(name = "no. {index}")
        @ValueSource(ints = {1, 2, 3})
        void named(int number) {
            Ledger.Entry entry = entry("named", "named(int)", "no. " + number);
            if (number == 2) {
                throw entry.failed("two is too much");
            }
            if (number == 3) {
                entry.assumed("Assumption failed: three is for free");
                assumeTrue(false, "three is for free");
            }
            entry.passed();
        }

        @ParameterizedTest(name = "all the same")
        @ValueSource(ints = {1, 2})
        void twins(int number) {
            entry("twins", "twins(int)", "all the same").twin(number).passed();
        }
    }

    private static Ledger.Entry entry(String method, String shown, String invocation) {
        return Ledger.of(Parameterized.class, method, "Parameterized › " + shown + " › " + invocation);
    }

    @Fixture
    static class Sources {
        static Stream<String> failing() {
            throw Ledger.of(Sources.class, "fails", "Sources › fails(String) › @TestTemplate")
                    .broke("no text today");
        }

        @MethodSource("failing")
        @ParameterizedTest
        void fails(String text) {}

        static Stream<Integer> halfway() {
            return Stream.iterate(1, number -> {
                throw Ledger.of(Sources.class, "failsHalfway", "Sources › failsHalfway(int) › @TestTemplate")
                        .broke("out of numbers");
            });
        }

        @MethodSource("halfway")
        @ParameterizedTest(name = "no. {index}")
        void failsHalfway(int number) {
            Ledger.of(Sources.class, "failsHalfway", "Sources › failsHalfway(int) › no. 1")
                    .passed();
        }

        static Stream<String> assuming() {
            Ledger.of(Sources.class, "assumes", "Sources › assumes(String)")
                    .neverRan("Assumption failed: no data here");
            assumeTrue(false, "no data here");
            return Stream.of();
        }

        @MethodSource("assuming")
        @ParameterizedTest
        void assumes(String text) {}

        static Stream<String> empty() {
            Ledger.of(Sources.class, "isEmpty", "Sources › isEmpty(String) › @TestTemplate")
                    .broke("Configuration error: You must configure at least one set of arguments"
                            + " for this @ParameterizedTest");
            return Stream.of();
        }

        @MethodSource("empty")
        @ParameterizedTest
        void isEmpty(String text) {}

        @ParameterizedTest(name = "no. {index}")
        @ValueSource(strings = "one")
        void doesNotFit(@ConvertWith(Refusing.class) int number) {}
    }

    static final class Refusing implements ArgumentConverter {
        @Override
        public Object convert(Object source, ParameterContext context) {
            String message = "no number: " + source;
            Ledger.of(Sources.class, "doesNotFit", "Sources › doesNotFit(int) › no. 1")
                    .failed("Error converting parameter at index 0: " + message);
            throw new ArgumentConversionException(message);
        }
    }

    @Attested
    @Fixture
    static class ToldOfTheirArguments {
        @ParameterizedTest(name = "no. {index}")
        @ValueSource(strings = {"two\nlines"})
        void one(String text) {
            Ledger.of(ToldOfTheirArguments.class, "one", "ToldOfTheirArguments › one(String) › no. 1")
                    .comment("Arguments: text = \"two\\nlines\"")
                    .passed();
        }
    }

    @Fixture
    static class Repeated {
        @RepeatedTest(3)
        void again(RepetitionInfo info) {
            int number = info.getCurrentRepetition();
            Ledger.Entry entry = Ledger.of(
                    Repeated.class, "again", "Repeated › again(RepetitionInfo) › repetition " + number + " of 3");
            if (number == 2) {
                throw entry.failed("twice is too much");
            }
            entry.passed();
        }
    }

    @Fixture
    static class OfTheUser {
        @ExtendWith(Colours.class)
        @TestTemplate
        void paints(TestInfo info) {
            Ledger.Entry entry =
                    Ledger.of(OfTheUser.class, "paints", "OfTheUser › paints(TestInfo) › " + info.getDisplayName());
            if (info.getDisplayName().equals("blue")) {
                throw entry.failed("out of blue");
            }
            entry.passed();
        }
    }

    static final class Colours implements TestTemplateInvocationContextProvider {
        @Override
        public boolean supportsTestTemplate(ExtensionContext context) {
            return true;
        }

        @Override
        public Stream<TestTemplateInvocationContext> provideTestTemplateInvocationContexts(ExtensionContext context) {
            return List.of("red", "blue").stream().map(Colours::named);
        }

        private static TestTemplateInvocationContext named(String colour) {
            return new TestTemplateInvocationContext() {
                @Override
                public String getDisplayName(int index) {
                    return colour;
                }
            };
        }
    }
}
