package dev.attest.spi;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever the methods of an exception do, its failure says what can be read of it. */
class FailureTest {

    /** A method that whoever writes an exception can override. */
    enum Place {
        MESSAGE,
        LOCALIZED_MESSAGE,
        TO_STRING,
        CAUSE,
        FRAMES,
        PRINT
    }

    enum Trouble implements Supplier<Object> {
        THROWS_AN_ERROR {
            @Override
            public Object get() {
                throw new AssertionError("not implemented");
            }
        },
        THROWS {
            @Override
            public Object get() {
                throw new UnsupportedOperationException();
            }
        },
        THROWS_WHAT_IS_CHECKED {
            @Override
            public Object get() {
                throw FailureTest.<RuntimeException>unchecked(new IOException("sneaky"));
            }
        },
        OVERFLOWS {
            @Override
            public Object get() {
                return get().hashCode() + 1;
            }
        },
        DENIES_THE_CLASS {
            @Override
            public Object get() {
                throw new NoClassDefFoundError("shop/Gone");
            }
        }
    }

    static Stream<Arguments> troubles() {
        return Stream.of(Place.values())
                .flatMap(place -> Arrays.stream(Trouble.values()).map(trouble -> Arguments.of(place, trouble)));
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void saysWhatCanBeReadOfAnException(Place place, Trouble trouble) {
        Failure failure = Failure.of(new Hostile(place, trouble));

        assertThat(failure.message()).contains(place == Place.MESSAGE ? Hostile.class.getName() : "visible");
        assertThat(failure.stackTrace()).contains(Hostile.class.getName());
        if (place != Place.FRAMES) {
            assertThat(failure.stackTrace()).contains("\tat org.junit.");
        }
    }

    @ParameterizedTest
    @MethodSource("troubles")
    void saysWhatAnExceptionSaysWhoseCauseCannotBeRead(Place place, Trouble trouble) {
        Failure failure = Failure.of(new IllegalStateException("outer", new Hostile(place, trouble)));

        assertThat(failure.message()).isEqualTo("outer");
        assertThat(failure.stackTrace())
                .startsWith("java.lang.IllegalStateException: outer")
                .contains("\tat org.junit.", "Caused by: ", Hostile.class.getName());
    }

    @Test
    void goesOnWhenAMethodNeverReturns() {
        Failure failure = Failure.of(new Hostile(Place.MESSAGE, FailureTest::waitForEver));

        assertThat(failure.message())
                .isEqualTo(Hostile.class.getName() + " (its message could not be read: it took"
                        + " longer than two seconds)");
        assertThat(failure.stackTrace()).contains(Hostile.class.getName());
    }

    @Test
    void cutsWhatIsLongerThanAMillionCharacters() {
        Failure failure = Failure.of(new Hostile(Place.MESSAGE, () -> "x".repeat(50_000_000)));

        assertThat(failure.message()).hasSizeLessThan(1_001_000).endsWith("… [cut]");
        assertThat(failure.stackTrace()).hasSizeLessThan(1_001_000);
    }

    @Test
    void followsAChainThatEndsInItself() {
        IllegalStateException outer = new IllegalStateException("outer");
        outer.initCause(new IllegalArgumentException("inner", outer));

        assertThat(Failure.of(outer).stackTrace()).contains("outer", "inner");
    }

    @Test
    void leavesTheFramesOfAttestOut() {
        IllegalStateException thrown = new IllegalStateException("full");
        StackTraceElement[] frames = {
            new StackTraceElement("shop.CartTest", "fills", "CartTest.java", 7),
            new StackTraceElement("app", null, null, "dev.attest.junit5.ScreenshotTrigger", "run", "S.java", 1),
            new StackTraceElement("dev.attest.junit5.AttestExtension", "intercept", "A.java", 2),
            new StackTraceElement("app", "shop", "1", "dev.attest.internal.guard.Guard", "run", "G.java", 3),
            new StackTraceElement("", "attest", "", "dev.attest.testng.AttestListener", "run", "L.java", 4),
            new StackTraceElement("shop.dev.attest.internal.Cart", "fills", "Cart.java", 5),
            new StackTraceElement("dev.attest.AttachmentType", "valueOf", "T.java", 6),
            new StackTraceElement("shop.Main", "main", "Main.java", 9)
        };
        thrown.setStackTrace(frames);

        assertThat(Failure.of(thrown).stackTrace()).isEqualToNormalizingNewlines("""
                java.lang.IllegalStateException: full
                \tat shop.CartTest.fills(CartTest.java:7)
                \tat shop.dev.attest.internal.Cart.fills(Cart.java:5)
                \tat dev.attest.AttachmentType.valueOf(T.java:6)
                \tat shop.Main.main(Main.java:9)
                """);
    }

    private static Object waitForEver() {
        synchronized (Place.class) {
            try {
                while (true) {
                    Place.class.wait();
                }
            } catch (InterruptedException e) {
                return "interrupted";
            }
        }
    }

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) throws T {
        throw (T) thrown;
    }

    private static final class Hostile extends RuntimeException {

        private static final long serialVersionUID = 1;

        private final Place place;

        @SuppressWarnings("serial")
        private final Supplier<Object> trouble;

        Hostile(Place place, Supplier<Object> trouble) {
            super("visible");
            this.place = place;
            this.trouble = trouble;
        }

        private <T> T at(Place here, Class<T> type, T otherwise) {
            return here == place ? type.cast(trouble.get()) : otherwise;
        }

        @Override
        public String getMessage() {
            return place == Place.MESSAGE ? String.valueOf(trouble.get()) : super.getMessage();
        }

        @Override
        public String getLocalizedMessage() {
            return at(Place.LOCALIZED_MESSAGE, String.class, "visible");
        }

        @Override
        public String toString() {
            return at(Place.TO_STRING, String.class, Hostile.class.getName() + ": visible");
        }

        @Override
        public synchronized @Nullable Throwable getCause() {
            if (place == Place.CAUSE) {
                trouble.get();
            }
            return null;
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            return at(Place.FRAMES, StackTraceElement[].class, super.getStackTrace());
        }

        @Override
        public void printStackTrace(PrintWriter out) {
            if (place == Place.PRINT) {
                trouble.get();
            }
            super.printStackTrace(out);
        }

        @Override
        public void printStackTrace(PrintStream out) {
            throw new UnsupportedOperationException();
        }
    }
}
