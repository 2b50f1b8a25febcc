package dev.attest.standin;

import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.FaultPlan;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.rules.SignIn;
import dev.attest.standin.wire.PlanFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a stand-in runs. Start from {@link #defaults()} and change what differs.
 *
 * @param port 0 for any free one
 * @param data the folder to keep everything in, null for a temporary one that is deleted at the end
 * @param policy what it holds to
 * @param qaComplete what its QAComplete holds to
 * @param faults how it misbehaves
 * @param plans the file with test plans and work items to begin with, null for none
 * @param fileLimit how many bytes a file of a work item may have, 0 for what the product allows
 */
public record StandInOptions(
        int port,
        @Nullable Path data,
        Policy policy,
        QaCompletePolicy qaComplete,
        FaultPlan faults,
        @Nullable Path plans,
        long fileLimit) {

    /** Creates options without test plans, and with the limits of the product. */
    public StandInOptions(int port, @Nullable Path data, Policy policy, QaCompletePolicy qaComplete, FaultPlan faults) {
        this(port, data, policy, qaComplete, faults, null, 0);
    }

    /** Returns: any port, a temporary folder, project {@code demo}, token {@code attest-demo}, Services. */
    public static StandInOptions defaults() {
        var policy = new Policy(Product.SERVICES, List.of("demo"), "attest-demo", Set.of(), SignIn.AS_ASKED, Set.of());
        return new StandInOptions(0, null, policy, QaCompletePolicy.defaults(), FaultPlan.NONE);
    }

    /** Returns options with this port. */
    public StandInOptions withPort(int number) {
        return new StandInOptions(number, data, policy, qaComplete, faults, plans, fileLimit);
    }

    /** Returns options with this data folder. */
    public StandInOptions withData(Path folder) {
        return new StandInOptions(port, folder, policy, qaComplete, faults, plans, fileLimit);
    }

    /** Returns options with exactly these projects. */
    public StandInOptions withProjects(String... names) {
        return with(new Policy(
                policy.product(), List.of(names), policy.token(), policy.builds(), policy.signIn(), policy.waived()));
    }

    /** Returns options with this token. */
    public StandInOptions withToken(String token) {
        return with(new Policy(
                policy.product(), policy.projects(), token, policy.builds(), policy.signIn(), policy.waived()));
    }

    /** Returns options that emulate this product. */
    public StandInOptions emulating(Product product) {
        return with(new Policy(
                product, policy.projects(), policy.token(), policy.builds(), policy.signIn(), policy.waived()));
    }

    /** Returns options where only these builds exist; without any, every build does. */
    public StandInOptions withBuilds(Integer... ids) {
        return with(new Policy(
                policy.product(), policy.projects(), policy.token(), Set.of(ids), policy.signIn(), policy.waived()));
    }

    /** Returns options that turn away bad credentials in this way. */
    public StandInOptions turningAway(SignIn signIn) {
        return with(new Policy(
                policy.product(), policy.projects(), policy.token(), policy.builds(), signIn, policy.waived()));
    }

    /** Returns options without these assumed behaviours. */
    public StandInOptions without(Assumption... assumptions) {
        return with(new Policy(
                policy.product(),
                policy.projects(),
                policy.token(),
                policy.builds(),
                policy.signIn(),
                Set.of(assumptions)));
    }

    /** Returns options with exactly these faults from the start, in the words of {@link FaultGrammar}. */
    public StandInOptions withFaults(String... rules) {
        return with(new FaultPlan(List.of(rules), faults.seed(), faults.latency()));
    }

    /** Returns options where what is left to chance follows from this seed; it is 0 otherwise. */
    public StandInOptions withSeed(long seed) {
        return with(new FaultPlan(faults.rules(), seed, faults.latency()));
    }

    /** Returns options where every reply of the API waits for so long. */
    public StandInOptions withLatency(Duration latency) {
        return with(new FaultPlan(faults.rules(), faults.seed(), latency));
    }

    /** Returns options that begin with the test plans and work items of a file, in the form of {@link PlanFile}. */
    public StandInOptions withPlans(Path file) {
        return new StandInOptions(port, data, policy, qaComplete, faults, file, fileLimit);
    }

    /** Returns options where a file of a work item may have so many bytes. */
    public StandInOptions withFileLimit(long bytes) {
        return new StandInOptions(port, data, policy, qaComplete, faults, plans, bytes);
    }

    long largestFile() {
        return fileLimit == 0 ? policy.product().fileLimit() : fileLimit;
    }

    /** Returns options whose QAComplete holds to this. */
    public StandInOptions withQaComplete(QaCompletePolicy changed) {
        return new StandInOptions(port, data, policy, changed, faults, plans, fileLimit);
    }

    private StandInOptions with(FaultPlan changed) {
        return new StandInOptions(port, data, policy, qaComplete, changed, plans, fileLimit);
    }

    private StandInOptions with(Policy changed) {
        return new StandInOptions(port, data, changed, qaComplete, faults, plans, fileLimit);
    }
}
