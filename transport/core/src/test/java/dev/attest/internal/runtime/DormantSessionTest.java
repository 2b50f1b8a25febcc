package dev.attest.internal.runtime;

import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import dev.attest.spi.Screenshots;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class DormantSessionTest {

    private static final Map<String, String> PARAMETERS = Map.of("attest.journal.dir", "x");

    private final List<String> calls = new ArrayList<>();
    private final TestRecorder recorder = proxy(TestRecorder.class);
    private @Nullable PlanNesting nesting;
    private final DormantSession session = new DormantSession(new DormantSession.Activation() {
        @Override
        public boolean isRequested(Map<String, String> parameters) {
            return !parameters.isEmpty();
        }

        @Override
        public ReportingSession activate(PlanNesting given, int plans) {
            nesting = given;
            calls.add("activated, " + plans + " plans");
            return proxy(ReportingSession.class);
        }
    });

    @Test
    void activatesNothingWithoutSettings() {
        session.sessionOpened();
        session.claimEngine("testng");
        assertThat(session.planStarted(Map.of())).isSameAs(TestRecorder.disabled());
        assertThat(session.recorder()).isSameAs(TestRecorder.disabled());
        assertThat(session.screenshots()).isSameAs(Screenshots.none());
        assertThat(session.isEngineClaimed("testng")).isTrue();
        assertThat(session.isEngineClaimed("spek")).isFalse();
        session.planFinished();
        session.sessionClosed();

        assertThat(calls).isEmpty();
    }

    @Test
    void passesEverythingOnOnceASettingIsThere() {
        session.sessionOpened();
        session.claimEngine("testng");
        session.planStarted(Map.of());
        assertThat(session.planStarted(PARAMETERS)).isSameAs(recorder);
        session.claimEngine("spek");
        session.planStarted(Map.of());
        session.planFinished();
        session.sessionClosed();

        assertThat(session.recorder()).isSameAs(recorder);
        assertThat(session.nesting()).isSameAs(nesting);
        assertThat(calls)
                .containsExactly(
                        "activated, 1 plans",
                        "claimEngine testng",
                        "planStarted {attest.journal.dir=x}",
                        "claimEngine spek",
                        "planStarted {}",
                        "planFinished",
                        "sessionClosed",
                        "recorder");
    }

    @Test
    void countsNoPlanThatHasEnded() {
        session.planStarted(Map.of());
        session.planFinished();
        session.planStarted(PARAMETERS);

        assertThat(calls).startsWith("activated, 0 plans");
    }

    private <T> T proxy(Class<T> type) {
        return type.cast(Proxy.newProxyInstance(
                DormantSessionTest.class.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.add(method.getName() + (arguments == null ? "" : " " + arguments[0]));
                    return method.getReturnType() == TestRecorder.class ? recorder : null;
                }));
    }
}
