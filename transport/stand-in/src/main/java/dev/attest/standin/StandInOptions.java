package dev.attest.standin;

import dev.attest.standin.azure.plans.PlanFile;
import dev.attest.standin.faults.FaultGrammar;
import dev.attest.standin.faults.FaultPlan;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Policy;
import dev.attest.standin.rules.Product;
import dev.attest.standin.rules.QaCompletePolicy;
import dev.attest.standin.rules.SignIn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The options of a stand-in. Start from {@link #defaults()} and change what differs.
 *
 * @param port 0 for any free port
 * @param data the folder for all data; null for a temporary one that is deleted on close
 * @param policy the behaviour of Azure DevOps
 * @param qaComplete the behaviour of QAComplete
 * @param faults the faults from the start
 * @param plans the file with the first test plans and work items; null for none
 * @param fileLimit the largest file of a work item in bytes; 0 for the limit of the product
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

    /**
     * Returns the defaults: any port, a temporary folder, project {@code demo}, token {@code attest-demo}, Azure DevOps
     * Services.
     */
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

    /** Returns options with this product. */
    public StandInOptions emulating(Product product) {
        return with(new Policy(
                product, policy.projects(), policy.token(), policy.builds(), policy.signIn(), policy.waived()));
    }

    /** Returns options with another token that clients have to send. */
    public StandInOptions withToken(String token) {
        return with(new Policy(
                policy.product(), policy.projects(), token, policy.builds(), policy.signIn(), policy.waived()));
    }

    /** Returns options where only these builds exist. With no ids, every build exists. */
    public StandInOptions withBuilds(Integer... ids) {
        return with(new Policy(
                policy.product(), policy.projects(), policy.token(), Set.of(ids), policy.signIn(), policy.waived()));
    }

    /** Returns options with this answer to invalid credentials. */
    public StandInOptions turningAway(SignIn signIn) {
        return with(new Policy(
                policy.product(), policy.projects(), policy.token(), policy.builds(), signIn, policy.waived()));
    }

    /** Returns options with exactly these assumptions switched off. */
    public StandInOptions without(Assumption... assumptions) {
        return with(new Policy(
                policy.product(),
                policy.projects(),
                policy.token(),
                policy.builds(),
                policy.signIn(),
                Set.of(assumptions)));
    }

    /** Returns options with exactly these faults from the start, see {@link FaultGrammar}. */
    public StandInOptions withFaults(String... rules) {
        return with(new FaultPlan(List.of(rules), faults.seed(), faults.latency()));
    }

    /** Returns options with this seed for the random numbers of faults. The default is 0. */
    public StandInOptions withSeed(long seed) {
        return with(new FaultPlan(faults.rules(), seed, faults.latency()));
    }

    /** Returns options that delay every reply of the APIs by this time. */
    public StandInOptions withLatency(Duration latency) {
        return with(new FaultPlan(faults.rules(), faults.seed(), latency));
    }

    /** Returns options with the test plans and work items of a file in the form of {@link PlanFile}. */
    public StandInOptions withPlans(Path file) {
        return new StandInOptions(port, data, policy, qaComplete, faults, file, fileLimit);
    }

    /** Returns options with this limit on files of work items. */
    public StandInOptions withFileLimit(long bytes) {
        return new StandInOptions(port, data, policy, qaComplete, faults, plans, bytes);
    }

    long largestFile() {
        return fileLimit == 0 ? policy.product().fileLimit() : fileLimit;
    }

    /** Returns options with this behaviour of QAComplete. */
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
