package dev.attest.internal.qacomplete;

import dev.attest.internal.destination.Accepted;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Origin;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static dev.attest.internal.qacomplete.Samples.list;
import static dev.attest.internal.qacomplete.Samples.run;
import static org.assertj.core.api.Assertions.assertThat;

class RunsTest {

    private static final String RUNS = "/rest-api/service/api/v2/projects/3/testruns";
    private static final String LOOK = "GET " + RUNS + "?offset=0&limit=100&Filter=%28testSetId%20%3D%207%29";
    private static final String CREATE =
            "POST " + RUNS + "\n{\"TestSetId\":7,\"ReleaseId\":5,\"ForceNewRunCreation\":true}";

    private final Origin origin = new Origin();
    private final QaCompleteDestination qaComplete = Samples.destination(origin);

    @AfterEach
    void closeBoth() {
        qaComplete.close();
        origin.close();
    }

    @Test
    void writesDownTheHighestRunBeforeItCreatesOne() {
        origin.answer(200, list("{\"id\":118},{\"id\":\"97\"}", 2));

        assertThat(qaComplete.prepare(run(""))).isEqualTo(delivered("runs up to 118"));
        assertThat(origin.requests()).containsExactly(LOOK);
    }

    @Test
    void createsARunOfTheTestSetThatNoHostRuns() {
        origin.answer(200, "{\"id\":119,\"test_set_id\":7,\"status_code\":\"Awaiting Run\"}");

        assertThat(qaComplete.create(run("runs up to 118"), false)).isEqualTo(delivered("119"));
        assertThat(origin.requests()).containsExactly(CREATE);
        assertThat(origin.head(0))
                .contains("Authorization: Basic am9obkBleGFtcGxlLmNvbTpwQHNzd29yZA==", "Accept: application/json");
    }

    @Test
    void adoptsTheLowestRunThatMayBeItsOwnAndNamesTheOthers() {
        origin.answer(200, list("""
                {"id":118,"test_set_id":7,"release_id":5,"nbr_passed":0,"nbr_failed":0,"nbr_blocked":0},
                {"id":123,"test_set_id":7,"release_id":5,"nbr_passed":0,"nbr_failed":0,"nbr_blocked":0},
                {"id":122,"test_set_id":7,"release_id":5,"nbr_passed":"0","nbr_failed":0,"nbr_blocked":0},
                {"id":121,"test_set_id":7,"release_id":5,"nbr_passed":1,"nbr_failed":0,"nbr_blocked":0},
                {"id":120,"test_set_id":7,"release_id":6,"nbr_passed":0,"nbr_failed":0,"nbr_blocked":0},
                {"id":119,"test_set_id":8,"release_id":5,"nbr_passed":0,"nbr_failed":0,"nbr_blocked":0}""", 6));

        assertThat(qaComplete.create(run("runs up to 118"), true)).isEqualTo(delivered("122"));
        assertThat(origin.requests()).containsExactly(LOOK);
        assertThat(qaComplete.remarks()).singleElement().asString().contains("run 122", "begun 123");
    }

    @Test
    void createsTheRunWhenNoneCameSince() {
        origin.answer(200, list("{\"id\":118,\"test_set_id\":7,\"release_id\":5}", 1))
                .answer(200, "{\"id\":119}");

        assertThat(qaComplete.create(run("runs up to 118"), true)).isEqualTo(delivered("119"));
        assertThat(origin.requests()).containsExactly(LOOK, CREATE);
    }

    @Test
    void readsAllPagesAndCountsWhatShiftsBetweenThemOnce() {
        origin.answer(200, list("{\"id\":3},{\"id\":2}", 4)).answer(200, list("{\"id\":2},{\"id\":120}", 4));

        assertThat(qaComplete.prepare(run(""))).isEqualTo(delivered("runs up to 120"));
        assertThat(origin.requests()).hasSize(2).last().asString().contains("offset=2&limit=100");
    }

    @Test
    void readsOnWithoutAFilterThatTheServerDoesNotUnderstand() {
        origin.answer(400, "{\"response_status\":{\"message\":\"No such field\"}}")
                .answer(200, list("", 0));

        assertThat(qaComplete.prepare(run(""))).isEqualTo(delivered("runs up to 0"));
        assertThat(origin.requests()).last().isEqualTo("GET " + RUNS + "?offset=0&limit=100");
    }

    @Test
    void leavesItOpenWhetherTheRunExistsWhenTheReplyIsLost() {
        origin.drop();

        assertThat(qaComplete.create(run("runs up to 118"), false)).isInstanceOfSatisfying(Retry.class, deferred -> {
            assertThat(deferred.possiblyApplied()).isTrue();
            assertThat(deferred.needsAttention()).isFalse();
        });
    }

    private static DeliveryResult delivered(String id) {
        return new Accepted(List.of(id), "", Duration.ZERO);
    }
}
