package dev.attest.internal.azure.runs;

import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.azure.api.AzureFailurePolicy;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.journal.event.Pipeline;
import dev.attest.internal.rest.NotDeliveredException;
import dev.attest.internal.rest.Reply;
import java.util.Optional;

/**
 * Creates runs. A run whose build, release or plan the service does not take is created without it, and a remark says
 * so: its results are worth more than its place. If the service may have created a run without saying so, no other one
 * is created. Thread-safe.
 */
final class RunCreator {

    private final AzureApi api;
    private final RunBuilds builds;
    private final Remarks remarks;

    RunCreator(AzureApi api, RunBuilds builds, Remarks remarks) {
        this.api = api;
        this.builds = builds;
        this.remarks = remarks;
    }

    /** Creates the run, with as much of what it belongs to as the service takes. */
    Reply create(RunCreation creation) throws NotDeliveredException {
        try {
            return post(creation);
        } catch (NotDeliveredException e) {
            Pipeline pipeline = creation.pipeline();
            if (pipeline != null && pipeline.isRelease() && e.status() == 400) {
                return createOutsideRelease(creation, e);
            }
            if (pipeline == null || pipeline.isRelease() || !builds.isToBeLeftOut(pipeline, e)) {
                return createOutsidePlan(creation, e);
            }
            return createWithoutBuild(creation, pipeline, e);
        }
    }

    private Reply createWithoutBuild(RunCreation creation, Pipeline pipeline, NotDeliveredException refused)
            throws NotDeliveredException {
        Optional<Reply> outsidePlan = tryOutsidePlan(creation, refused);
        if (outsidePlan.isPresent()) {
            return outsidePlan.get();
        }
        Reply reply = create(creation.withoutPipeline());
        builds.leftOut(reply.requireId("the run"), pipeline, refused);
        return reply;
    }

    private Reply createOutsideRelease(RunCreation creation, NotDeliveredException refused)
            throws NotDeliveredException {
        Optional<Reply> outsidePlan = tryOutsidePlan(creation, refused);
        if (outsidePlan.isPresent()) {
            return outsidePlan.get();
        }
        Reply reply = create(creation.withoutPipeline());
        remarks.add("The test run belongs to no release: the service answers " + refused.status() + " \""
                + refused.error().message() + "\" to RELEASE_RELEASEURI and RELEASE_ENVIRONMENTURI.");
        return reply;
    }

    /**
     * Returns the run without its plan, which the refusal may have been about. Returns nothing if it was not.
     *
     * @throws NotDeliveredException if the service may have created the run without saying so
     */
    private Optional<Reply> tryOutsidePlan(RunCreation creation, NotDeliveredException refused)
            throws NotDeliveredException {
        try {
            return Optional.of(createOutsidePlan(creation, refused));
        } catch (NotDeliveredException e) {
            if (e.status() != 400) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** Creates the run without its plan if the plan is missing or not visible. The points then get no outcomes. */
    private Reply createOutsidePlan(RunCreation creation, NotDeliveredException refused) throws NotDeliveredException {
        boolean aboutContent = refused.status() == 400
                || (refused.status() == 404
                        && refused.error().structured()
                        && !AzureFailurePolicy.isOfProject(refused.error()));
        if (!creation.plan().planned() || !aboutContent) {
            throw refused;
        }
        boolean planIsMissing = refused.status() == 404;
        RunCreation outside = creation.withoutPlan();
        Reply reply = planIsMissing ? create(outside) : post(outside); // the build or release may be wrong as well
        remarks.add("The test run belongs to no test plan: the service answers " + refused.status() + " \""
                + refused.error().message() + "\". Check attest.azure.plan.");
        return reply;
    }

    private Reply post(RunCreation creation) throws NotDeliveredException {
        return api.post("create the test run", api.urls().runs(), creation.json(api.versions()));
    }
}
