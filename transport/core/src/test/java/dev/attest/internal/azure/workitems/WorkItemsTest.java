package dev.attest.internal.azure.workitems;

import dev.attest.internal.azure.Samples;
import dev.attest.internal.azure.api.AzureApi;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.destination.Rejected;
import dev.attest.internal.destination.Retry;
import dev.attest.internal.http.Http;
import dev.attest.internal.http.HttpSettings;
import dev.attest.internal.http.Origin;
import dev.attest.internal.rest.NotDeliveredException;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class WorkItemsTest {

    private static final String ITEM = """
            {"id":4711,"rev":3,"fields":{"System.WorkItemType":"Bug"},"relations":[
             {"rel":"System.LinkTypes.Related","url":"https://x/1"},
             {"rel":"AttachedFile","url":"https://x/2?fileName=a.log","attributes":{"name":"a.log"}}]}""";

    private final Origin origin = new Origin();
    private final Http http = new Http(new HttpSettings(2, Map.of(), "", List.of(), ""));
    private final WorkItems items = items();

    @AfterEach
    void closeBoth() throws IOException {
        http.close();
        origin.close();
    }

    @Test
    void areReadWithTheirLinksWhereverInTheCollectionTheyAre() throws Exception {
        origin.answer(200, ITEM);

        WorkItemDocument item = items.read(4711);

        assertThat(item.rev()).isEqualTo(3);
        assertThat(item.type()).isEqualTo("Bug");
        assertThat(item.relations(WorkItems.ATTACHED_FILE))
                .singleElement()
                .asString()
                .contains("a.log");
        assertThat(origin.requests())
                .containsExactly("GET /tfs/Main/_apis/wit/workitems/4711?$expand=relations&api-version=7.1");
    }

    @Test
    void areChangedOnlyIfNobodyChangedThemSince() throws Exception {
        origin.answer(200, ITEM.replace("\"rev\":3", "\"rev\":4"));

        WorkItemDocument changed = items.patch(
                "tag work item 4711",
                4711,
                List.of(PatchOperation.unchangedSince(3), PatchOperation.field("System.Tags", "flaky")));

        assertThat(changed.rev()).isEqualTo(4);
        assertThat(origin.requests()).containsExactly("""
                PATCH /tfs/Main/_apis/wit/workitems/4711?api-version=7.1
                [{"op":"test","path":"/rev","value":3},\
                {"op":"add","path":"/fields/System.Tags","value":"flaky"}]""");
        assertThat(origin.head(0)).contains("Content-Type: application/json-patch+json");
    }

    @Test
    void areMadeInTheProject() throws Exception {
        origin.answer(200, ITEM);

        items.create("Bug", List.of(PatchOperation.field("System.Title", "Cart is empty")));

        assertThat(origin.requests()).containsExactly("""
                POST /tfs/Main/The%20Shop/_apis/wit/workitems/$Bug?api-version=7.1
                [{"op":"add","path":"/fields/System.Title","value":"Cart is empty"}]""");
    }

    /** TFS 2015 and 2017 create work items by PATCH, later servers by POST, and a service may change its mind. */
    @Test
    void areMadeWithTheMethodThatTheServiceTakes() throws Exception {
        origin.answer(405, "{\"message\":\"The requested resource does not support http method 'POST'.\"}")
                .answer(200, ITEM)
                .answer(200, ITEM)
                .answer(405, "")
                .answer(200, ITEM);

        for (int i = 0; i < 3; i++) {
            items.create("Bug", List.of(PatchOperation.field("System.Title", "Cart is empty")));
        }

        assertThat(origin.requests())
                .extracting(request -> request.substring(0, request.indexOf(' ')))
                .containsExactly("POST", "PATCH", "PATCH", "PATCH", "POST");
    }

    @Test
    void areNotMadeWhereTheServiceTakesNoMethod() {
        origin.answer(405, "").answer(405, "");

        NotDeliveredException refused =
                catchThrowableOfType(NotDeliveredException.class, () -> items.create("Bug", List.of()));

        assertThat(refused.status()).isEqualTo(405);
        assertThat(origin.requests()).hasSize(2);
    }

    /** As one server of 2019 does at 5.0. */
    @ParameterizedTest
    @CsvSource({"400", "500"})
    void areAskedForInAnOldVersionWhereTheNewOneIsNotSupported(int status) throws Exception {
        origin.answer(
                        status,
                        "{\"message\":\"Specified method is not supported.\",\"typeKey\":\"NotSupportedException\"}")
                .answer(200, ITEM)
                .answer(200, ITEM);

        items.tryToCreate("Bug", List.of());
        items.create("Bug", List.of());

        assertThat(origin.requests())
                .extracting(request -> request.lines().findFirst().orElse(""))
                .satisfiesExactly(
                        first -> assertThat(first).endsWith("validateOnly=true&api-version=7.1"),
                        again -> assertThat(again).endsWith("validateOnly=true&api-version=4.1"),
                        other -> assertThat(other).endsWith("$Bug?api-version=4.1"));
    }

    @Test
    void areRefusedForGoodWhereTheTokenOpensTheTestsAlone() {
        origin.answer(401, "{\"message\":\"TF400813: no right\"}").answer(200, "{\"value\":[]}");

        NotDeliveredException refused = refused();

        assertThat(refused.delivery(false)).isInstanceOf(Rejected.class);
        assertThat(refused.reason()).contains("TF400813", "Work Items (read & write)", "vso.work_write");
    }

    @Test
    void waitWhereTheTokenOpensNothing() {
        origin.answer(401, "{}").answer(401, "{}");

        assertThat(refused().delivery(false)).isInstanceOf(Retry.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403 | {\"message\":\"TF237111: no permission\"} | vso.work_write",
                "404 | {\"message\":\"TF401232: Work item 4711 does not exist\"} | may not see it",
                "400 | {\"message\":\"strange\"} | strange"
            })
    void thatAreRefusedNeverHoldTheRun(int status, String body, String told) {
        origin.answer(status, body);

        NotDeliveredException refused = refused();

        assertThat(refused.delivery(false)).isEqualTo(new Rejected(refused.reason(), false));
        assertThat(refused.reason())
                .contains("Cannot read work item 4711", told)
                .doesNotContain("tried again");
    }

    @ParameterizedTest
    @CsvSource({"503", "429", "409"})
    void areTriedAgainWhereTheServiceIsUnwell(int status) {
        origin.answer(status, "{}");

        assertThat(refused().delivery(false)).isInstanceOf(Retry.class);
    }

    @ParameterizedTest
    @CsvSource({
        "412, '', true",
        "400, TF26071: This work item has been changed by someone else, true",
        "400, TF401320: Rule Error for field Title, false",
        "404, TF401232, false"
    })
    void tellAChangeOfSomebodyElseFromOtherRefusals(int status, String message, boolean conflict) {
        origin.answer(status, "{\"message\":\"" + message + "\"}");

        assertThat(WorkItems.isConflict(refused())).isEqualTo(conflict);
    }

    private NotDeliveredException refused() {
        return catchThrowableOfType(NotDeliveredException.class, () -> items.read(4711));
    }

    private WorkItems items() {
        AzureSettings settings = Samples.settings(origin.uri("/tfs/Main"), "7.1");
        return new WorkItems(AzureApi.of(settings, http, Clock.systemUTC()));
    }
}
