package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.jupiter.api.extension.TestInstancePostProcessor;

/** Extensions of others, that fail or turn a failure into something else. */
final class ForeignExtensions {

    private ForeignExtensions() {}

    @ExtendWith(BeforeEachFails.Theirs.class)
    @Fixture
    static class BeforeEachFails {
        @Test
        void one() {}

        static final class Theirs implements BeforeEachCallback {
            @Override
            public void beforeEach(ExtensionContext context) {
                throw Ledger.of(BeforeEachFails.class, "one").failed("before each");
            }
        }
    }

    @ExtendWith(AfterEachFails.Theirs.class)
    @Fixture
    static class AfterEachFails {
        @Test
        void one() {}

        static final class Theirs implements AfterEachCallback {
            @Override
            public void afterEach(ExtensionContext context) {
                throw Ledger.of(AfterEachFails.class, "one").failed("after each");
            }
        }
    }

    @ExtendWith(BeforeAllFails.Theirs.class)
    @Fixture
    static class BeforeAllFails {
        @Test
        void one() {}

        static final class Theirs implements BeforeAllCallback {
            @Override
            public void beforeAll(ExtensionContext context) {
                Ledger.of(BeforeAllFails.class, "one")
                        .neverRan("Not started: set-up of BeforeAllFails failed: before all");
                throw Ledger.around(BeforeAllFails.class, "set-up").broke("before all");
            }
        }
    }

    @ExtendWith(AfterAllFails.Theirs.class)
    @Fixture
    static class AfterAllFails {
        @Test
        void one() {
            Ledger.of(AfterAllFails.class, "one").passed();
        }

        static final class Theirs implements AfterAllCallback {
            @Override
            public void afterAll(ExtensionContext context) {
                throw Ledger.around(AfterAllFails.class, "tear-down").broke("after all");
            }
        }
    }

    @ExtendWith(PostProcessorFails.Theirs.class)
    @Fixture
    static class PostProcessorFails {
        @Test
        void one() {}

        static final class Theirs implements TestInstancePostProcessor {
            @Override
            public void postProcessTestInstance(Object instance, ExtensionContext context) {
                throw Ledger.of(PostProcessorFails.class, "one").failed("no injection");
            }
        }
    }

    @ExtendWith(ResolverFails.Theirs.class)
    @Fixture
    static class ResolverFails {
        @Test
        void one(StringBuilder basket) {}

        static final class Theirs implements ParameterResolver {
            @Override
            public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
                return true;
            }

            @Override
            public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
                throw Ledger.of(ResolverFails.class, "one", "ResolverFails › one(StringBuilder)")
                        .failed(new ParameterResolutionException("no basket"), "no basket");
            }
        }
    }

    @ExtendWith(HandlerSwallows.Theirs.class)
    @Fixture
    static class HandlerSwallows {
        @Test
        void one() throws IOException {
            throw new IOException("swallowed");
        }

        static final class Theirs implements TestExecutionExceptionHandler {
            @Override
            public void handleTestExecutionException(ExtensionContext context, Throwable thrown) {
                Ledger.of(HandlerSwallows.class, "one").passed();
            }
        }
    }
}
