package dev.attest.cli;

import dev.attest.internal.destination.ProbeResult;
import dev.attest.internal.qacomplete.QaCompleteProbe;
import java.util.List;

/** Checks, without writing, whether QAComplete accepts results of the project with this login. */
final class QaCompleteChecks {

    private static final String LOGIN = "login";
    private static final String PROJECT = "project";
    private static final String TEST_SET = "test-set";

    private final CheckList checks;
    private final QaCompleteProbe probe;

    QaCompleteChecks(CheckList checks, QaCompleteProbe probe) {
        this.checks = checks;
        this.probe = probe;
    }

    static List<String> names() {
        return List.of(LOGIN, PROJECT, TEST_SET);
    }

    void run() {
        ProbeResult project = probe.project();
        if (project.kind() == ProbeResult.Kind.TOKEN_REFUSED) {
            add(LOGIN, project, Diagnosis.WRONG_LOGIN);
            checks.skip("The login is refused.", PROJECT, TEST_SET);
            return;
        }
        if (project.ok() || project.kind() == ProbeResult.Kind.FORBIDDEN) {
            checks.add(Check.ok(LOGIN, "The service accepts the login."));
        } else {
            checks.skip("The answer of the service does not show whether it accepts the login.", LOGIN);
        }
        add(PROJECT, project, Diagnosis.NO_RIGHT_IN_QACOMPLETE);
        if (!project.ok()) {
            checks.skip("The project cannot be read.", TEST_SET);
            return;
        }
        add(TEST_SET, probe.testSet(), Diagnosis.UNKNOWN_TEST_SET);
    }

    private void add(String check, ProbeResult finding, Diagnosis refused) {
        checks.add(
                finding.ok()
                        ? Check.ok(check, finding.message())
                        : Check.notOk(check, diagnosis(finding.kind(), refused), finding.message()));
    }

    private static Diagnosis diagnosis(ProbeResult.Kind kind, Diagnosis refused) {
        return switch (kind) {
            case NO_COLLECTION, SIGN_IN_PAGE -> Diagnosis.NO_QACOMPLETE;
            case NO_ANSWER -> Diagnosis.NO_ANSWER;
            case PROXY_CREDENTIALS -> Diagnosis.PROXY_CREDENTIALS;
            case UNWELL -> Diagnosis.SERVICE_UNWELL;
            case REFUSED -> Diagnosis.REFUSED;
            default -> refused;
        };
    }
}
