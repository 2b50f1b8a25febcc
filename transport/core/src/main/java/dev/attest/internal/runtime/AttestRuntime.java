package dev.attest.internal.runtime;

import dev.attest.Attest;
import dev.attest.internal.config.Settings;
import dev.attest.internal.config.SettingsPresence;
import dev.attest.internal.console.StandardStreams;
import dev.attest.spi.PlanNesting;
import dev.attest.spi.ReportingSession;
import java.io.PrintStream;
import java.util.Map;

/** Leads the adapters to the session of this JVM. */
public final class AttestRuntime {

    private static final ReportingSession SHARED = new DormantSession(new OfJvm(System.out, System.err));

    private AttestRuntime() {}

    /** Returns the session that all adapters in this JVM share. {@link Attest} is routed to it while a run is open. */
    public static ReportingSession shared() {
        return SHARED;
    }

    /** The streams of the build tool; tests may replace them later. */
    private record OfJvm(PrintStream out, PrintStream err) implements DormantSession.Activation {

        @Override
        public boolean isRequested(Map<String, String> parameters) {
            return SettingsPresence.isAny(parameters);
        }

        @Override
        public ReportingSession activate(PlanNesting nesting, int plans) {
            UserConsole console = new UserConsole(out, err);
            RuntimeSession session =
                    new RuntimeSession(Settings::read, console, StandardStreams::ofJvm, nesting, plans);
            return new JvmWideSession(session, session.currentTest());
        }
    }
}
