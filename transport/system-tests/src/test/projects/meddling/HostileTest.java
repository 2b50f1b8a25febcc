package shop;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import org.junit.jupiter.api.Test;

import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

/** Exceptions that do not like to be looked at. */
class HostileTest {

    @Test
    void isAMock() {
        throw mock(IllegalStateException.class);
    }

    @Test
    void isAMockWithAMessage() {
        IllegalStateException thrown = mock(IllegalStateException.class);
        when(thrown.getMessage()).thenReturn("mocked message");
        throw thrown;
    }

    @Test
    void hasAMockForACause() {
        throw new IllegalStateException("visible", mock(Exception.class));
    }

    @Test
    void hasAMockAmongTheSuppressed() {
        IllegalStateException thrown = new IllegalStateException("visible");
        thrown.addSuppressed(mock(Exception.class));
        throw thrown;
    }

    @Test
    void hasItselfForACause() {
        throw new Hostile("visible") {
            @Override
            public synchronized Throwable getCause() {
                return this;
            }
        };
    }

    @Test
    void hasNoTrace() {
        throw new Hostile("visible") {
            @Override
            public StackTraceElement[] getStackTrace() {
                return null;
            }
        };
    }

    @Test
    void printsNoTrace() {
        throw new Hostile("visible") {
            @Override
            public void printStackTrace(PrintWriter writer) {
                throw new Error("no trace");
            }

            @Override
            public void printStackTrace(PrintStream stream) {
                throw new Error("no trace");
            }
        };
    }

    @Test
    void tellsNoCause() {
        throw new Hostile("visible") {
            @Override
            public synchronized Throwable getCause() {
                throw new NoClassDefFoundError("no cause");
            }
        };
    }

    @Test
    void hasNoMessageForAnError() {
        throw new Hostile("hidden") {
            @Override
            public String getMessage() {
                throw new AssertionError("not implemented");
            }
        };
    }

    @Test
    void hasNoMessageForACheckedException() {
        throw new Hostile("hidden") {
            @Override
            public String getMessage() {
                throw HostileTest.<RuntimeException>unchecked(new IOException("sneaky"));
            }
        };
    }

    @Test
    void isNoText() {
        throw new Hostile("visible") {
            @Override
            public String toString() {
                throw new StackOverflowError("no text");
            }
        };
    }

    @Test
    void passesAfterThem() {}

    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T unchecked(Throwable thrown) {
        return (T) thrown;
    }

    @SuppressWarnings("serial")
    static class Hostile extends RuntimeException {
        Hostile(String message) {
            super(message);
        }
    }
}
