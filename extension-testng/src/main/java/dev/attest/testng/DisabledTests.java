package dev.attest.testng;

import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestRecorder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.testng.ITestContext;
import org.testng.ITestNGMethod;
import org.testng.annotations.Ignore;
import org.testng.xml.XmlClass;

/** The disabled tests of one execution, of which TestNG says only that it left them out. Thread-safe. */
final class DisabledTests {

    private final TestRecorder recorder;
    private final Identities identities;
    private final Set<TestId> reported = ConcurrentHashMap.newKeySet();

    DisabledTests(TestRecorder recorder, Identities identities) {
        this.recorder = recorder;
        this.identities = identities;
    }

    /** Reports those of one {@code <test>}, each once. */
    void report(ITestContext context) {
        Map<String, ITestNGMethod> leftOut = new TreeMap<>();
        for (ITestNGMethod method : context.getExcludedMethods()) {
            leftOut.put(method.getQualifiedName() + Identities.signature(method), method);
        }
        for (ITestNGMethod method : leftOut.values()) {
            reason(method, context).ifPresent(reason -> report(identities.method(method, context), reason));
        }
    }

    private void report(TestDescription test, Failure reason) {
        if (reported.add(test.id())) {
            recorder.concluded(test, Outcome.SKIPPED, reason);
        }
    }

    /**
     * Returns why a test that TestNG left out is disabled; empty for one that it left out because nobody asked for it.
     */
    private static Optional<Failure> reason(ITestNGMethod method, ITestContext context) {
        Set<String> groups = Set.of(method.getGroups());
        List<String> included = List.of(context.getIncludedGroups());
        boolean wanted = (included.isEmpty() || included.stream().anyMatch(groups::contains))
                && Stream.of(context.getExcludedGroups()).noneMatch(groups::contains)
                && context.getCurrentXmlTest().getXmlClasses().stream()
                        .filter(each ->
                                each.getName().equals(Identities.classOf(method).getName()))
                        .allMatch(each -> isIncluded(each, method, context));
        if (!wanted || method.getEnabled()) {
            return Optional.empty();
        }
        Ignore ignored = method.getConstructorOrMethod().getMethod().getAnnotation(Ignore.class);
        Ignore onClass = Identities.classOf(method).getAnnotation(Ignore.class);
        Ignore reason = ignored == null ? onClass : ignored;
        return Optional.of(Failure.because(
                reason == null
                        ? "disabled: @Test(enabled = false)"
                        : reason.value().isBlank() ? "disabled: @Ignore" : reason.value()));
    }

    /** The engine for the JUnit Platform names each method that it found, and those are all but the disabled. */
    private static boolean isIncluded(XmlClass type, ITestNGMethod method, ITestContext context) {
        return type.getIncludedMethods().isEmpty()
                || type.getIncludedMethods().stream()
                        .anyMatch(each -> each.getName().equals(method.getMethodName()))
                || context.getExcludedMethods().stream()
                        .noneMatch(
                                other -> other.getEnabled() && Identities.classOf(other) == Identities.classOf(method));
    }
}
