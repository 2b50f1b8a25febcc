package dev.attest.standin.junit;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Starts a {@link StandIn} for tests of JUnit 5 and 6. Register it with a field, where {@link StandInTest} has too few
 * options:
 *
 * <pre>{@code
 * @RegisterExtension
 * static final StandInExtension SERVICE = new StandInExtension(StandInOptions.defaults().withToken("secret"));
 * }</pre>
 *
 * <p>A {@code static} field starts one stand-in for the tests of the class and of its nested classes, as
 * {@link StandInTest} does. Any other field starts one for each test, or for the class with a test instance per class.
 * Tests and lifecycle methods take the stand-in as a parameter, or call {@link #standIn}. Thread-safe.
 */
public final class StandInExtension implements BeforeAllCallback, BeforeEachCallback, ParameterResolver {

    private static final String SERVICE = "service";
    private static final String TEST = "test";

    /** Null where {@link StandInTest} has the options. */
    private final @Nullable StandInOptions options;

    private final Set<RunningStandIn> running = ConcurrentHashMap.newKeySet();

    /** Takes the options of {@link StandInTest}; the defaults if the test class has no such annotation. */
    public StandInExtension() {
        this.options = null;
    }

    /** Takes these options. */
    public StandInExtension(StandInOptions options) {
        this.options = options;
    }

    /**
     * Returns the stand-in of the test that runs.
     *
     * @throws IllegalStateException if there is none, or if several classes that share this extension run at once
     */
    public StandIn standIn() {
        var now = List.copyOf(running);
        if (now.isEmpty()) {
            throw new IllegalStateException("No stand-in runs for this StandInExtension. Annotate its field with @"
                    + RegisterExtension.class.getSimpleName()
                    + ", and call standIn() in a test. In @BeforeAll there is one if the field is static.");
        }
        if (now.size() > 1) {
            throw new IllegalStateException(now.size()
                    + " stand-ins run for this StandInExtension, because classes that share its field run at once."
                    + " Take a parameter of the type StandIn instead of a call of standIn().");
        }
        return now.get(0).service();
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        if (isPerTest(context)) {
            return;
        }
        if (options == null && annotationAt(context).isPresent()) {
            store(context).put(SERVICE, start(context)); // a nested class with options of its own
        } else {
            store(context).getOrComputeIfAbsent(SERVICE, absent -> start(context), RunningStandIn.class);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) {
        var shared = isPerTest(context) ? null : store(context).get(SERVICE, RunningStandIn.class);
        if (shared == null) {
            store(context).put(SERVICE, start(context));
        } else {
            store(context).put(TEST, shared.beginTest());
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == StandIn.class;
    }

    @Override
    public StandIn resolveParameter(ParameterContext parameter, ExtensionContext context) {
        var ofTest = context.getTestMethod().isPresent();
        var found = !ofTest && isPerTest(context) ? null : store(context).get(SERVICE, RunningStandIn.class);
        if (found == null) {
            throw new ParameterResolutionException("There is no stand-in for " + parameter.getDeclaringExecutable()
                    + ": each test has one of its own, which starts later. Take it as a parameter of the test or of"
                    + " @BeforeEach, or let the class share one with @StandInTest(perTest = false) or a static field.");
        }
        return found.service();
    }

    private RunningStandIn start(ExtensionContext context) {
        return RunningStandIn.start(options == null ? declared(context) : options, running);
    }

    private static StandInOptions declared(ExtensionContext context) {
        var defaults = StandInOptions.defaults();
        return annotation(context)
                .map(test -> defaults.emulating(test.product())
                        .withProjects(test.projects())
                        .withFaults(test.faults()))
                .orElse(defaults);
    }

    private boolean isPerTest(ExtensionContext context) {
        return options == null && annotation(context).map(StandInTest::perTest).orElse(false);
    }

    /** Returns the annotation of the test class, or of the nearest class around it. */
    private static Optional<StandInTest> annotation(ExtensionContext context) {
        var found = annotationAt(context);
        return found.isPresent() ? found : context.getParent().flatMap(StandInExtension::annotation);
    }

    private static Optional<StandInTest> annotationAt(ExtensionContext context) {
        return context.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, StandInTest.class));
    }

    private ExtensionContext.Store store(ExtensionContext context) {
        return context.getStore(ExtensionContext.Namespace.create(StandInExtension.class, this));
    }
}
