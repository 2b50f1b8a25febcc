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

/** Reports the disabled tests of one execution, which TestNG only lists as excluded. Thread-safe. */
final class DisabledTests {

    private final TestRecorder recorder;
    private final Identities identities;
    private final Set<TestId> reported = ConcurrentHashMap.newKeySet();

    DisabledTests(TestRecorder recorder, Identities identities) {
        this.recorder = recorder;
        this.identities = identities;
    }

    void report(ITestContext context) {
        Map<String, ITestNGMethod> excluded = new TreeMap<>();
        for (ITestNGMethod method : context.getExcludedMethods()) {
            excluded.put(Identities.qualifiedSignature(method), method);
        }
        for (ITestNGMethod method : excluded.values()) {
            reason(method, context).ifPresent(reason -> report(identities.method(method, context), reason));
        }
    }

    private void report(TestDescription test, Failure reason) {
        if (reported.add(test.id())) {
            recorder.concluded(test, Outcome.SKIPPED, reason);
        }
    }

    /** Returns why an excluded test is disabled; empty if it was not selected in the first place. */
    private static Optional<Failure> reason(ITestNGMethod method, ITestContext context) {
        Set<String> groups = Set.of(method.getGroups());
        List<String> included = List.of(context.getIncludedGroups());
        boolean selected = (included.isEmpty() || included.stream().anyMatch(groups::contains))
                && Stream.of(context.getExcludedGroups()).noneMatch(groups::contains)
                && context.getCurrentXmlTest().getXmlClasses().stream()
                        .filter(each ->
                                each.getName().equals(Identities.classOf(method).getName()))
                        .allMatch(each -> isIncluded(each, method, context));
        if (!selected || method.getEnabled()) {
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

    /**
     * Returns whether the class selects the method. The JUnit Platform's engine names each method that it found, which
     * are all but the disabled ones.
     */
    private static boolean isIncluded(XmlClass type, ITestNGMethod method, ITestContext context) {
        return type.getIncludedMethods().isEmpty()
                || type.getIncludedMethods().stream()
                        .anyMatch(each -> each.getName().equals(method.getMethodName()))
                || context.getExcludedMethods().stream()
                        .noneMatch(
                                other -> other.getEnabled() && Identities.classOf(other) == Identities.classOf(method));
    }
}
