package dev.attest.standin;

import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.QaCompletePolicy;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QaCompleteListsIT {

    private static final QaCompletePolicy SHOP = QaCompletePolicy.defaults().withSeed("""
                    {"projects":[{"id":1,"title":"Shop","tests":[
                      {"id":1,"title":"logs in","custom_fields":[{"id":4,"name":"Path","value":"a.B.c"}],
                       "automations":[{"agent":"JUnit (Selenium)","title":"a.B.c"}]},
                      {"id":2,"title":"Logs out","active":false},
                      {"id":3,"title":"it's me"},
                      {"id":40,"title":"buys"}],
                      "testsets":[{"id":5,"title":"some","tests":[40,1]}]}]}
                    """);

    private StandIn server = StandIn.start(StandInOptions.defaults().withQaComplete(SHOP));
    private QaCompleteClient client = QaCompleteClient.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    private void restartWithout(Assumption assumption) {
        server.close();
        server = StandIn.start(StandInOptions.defaults().withQaComplete(SHOP).without(assumption));
        client = QaCompleteClient.of(server);
    }

    private List<String> ids(String filter) {
        return client.filtered("v1/tests", filter)
                .json()
                .at("/results")
                .valueStream()
                .map(test -> test.get("id").asText())
                .toList();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Title = 'logs in'                         | 1",
                "title ~ 'LOGS'                            | 1 2",
                "Title != 'logs in' and Active = true      | 3 40",
                "id in {2, 40}                             | 2 40",
                "not (id in {2,40}) or id = 40             | 1 3 40",
                "Id=1 OR Id=2 AND Active=true              | 1",
                "(Id=1 OR Id=2) AND Active=false           | 2",
                "NOT NOT id = 3                            | 3",
                "Title in {'buys','none'}                  | 40"
            })
    void findsWhatAFilterAsksFor(String filter, String expected) {
        assertThat(String.join(" ", ids(filter))).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "id > 3",
                "id",
                "id =",
                "= 3",
                "id = 3 id = 4",
                "(id = 3",
                "id in {}",
                "id in 3",
                "Title = logs",
                "Title ~ 3",
                "Title = 'it's me'",
                "Title = 'open",
                "Title is empty",
                "Nothing = 3",
                "id = 3;"
            })
    void refusesAFilterThatItDoesNotUnderstand(String filter) {
        var reply = client.filtered("v1/tests", filter);

        assertThat(QaCompleteClient.refusal(reply)).startsWith("400 Filter: ");
    }

    @Test
    void readsTwoQuotesAsOneWhenToldTo() {
        assertThat(client.filtered("v1/tests", "Title = 'it''s me'").status()).isEqualTo(400);

        restartWithout(Assumption.QAC_BARE_QUOTES);

        assertThat(ids("Title = 'it''s me'")).containsExactly("3");
    }

    @Test
    void tellsCasesApartWhenToldTo() {
        restartWithout(Assumption.QAC_FILTER_IGNORES_CASE);

        assertThat(ids("Title ~ 'Logs'")).containsExactly("2");
    }

    @Test
    void pagesThroughAList() {
        var page = client.get("v1/tests?offset=1&limit=2").json();

        assertThat(page.at("/metadata/result_set").toString())
                .isEqualTo("{\"count\":2,\"offset\":1,\"limit\":2,\"total\":4}");
        assertThat(page.at("/results").findValuesAsText("title")).containsExactly("Logs out", "it's me");
        assertThat(client.get("v1/tests?limit=0").json().has("results")).isFalse();
        assertThat(client.get("v1/tests?limit=all").status()).isEqualTo(400);
        assertThat(client.get("v1/tests?limit=5000")
                        .json()
                        .at("/metadata/result_set/limit")
                        .asInt())
                .isEqualTo(1000);

        restartWithout(Assumption.QAC_LIMIT_OF_1000);

        assertThat(client.get("v1/tests?limit=5000")
                        .json()
                        .at("/metadata/result_set/limit")
                        .asInt())
                .isEqualTo(5000);
    }

    @Test
    void gives25WhenNoLimitIsAskedFor() {
        for (var run = 0; run < 26; run++) {
            client.newRun(5);
        }

        var page = client.get("v2/testruns").json();

        assertThat(page.at("/metadata/result_set").toString())
                .isEqualTo("{\"count\":25,\"offset\":0,\"limit\":25,\"total\":26}");
        assertThat(client.filtered("v2/testruns", "testSetId = 5 and id in {26}")
                        .json()
                        .findValuesAsText("id"))
                .containsExactly("26");
    }

    @Test
    void searchesByALongFilter() {
        var found = client.send("POST", "v1/tests/search", "application/json", "{\"Filter\":\"Title = 'buys'\"}");

        assertThat(found.json().at("/results/0/id").asInt()).isEqualTo(40);
        assertThat(client.send("POST", "v1/tests/search", "{}").status()).isEqualTo(400);
    }

    @Test
    void showsCustomFieldsAndAutomationsOfATest() {
        assertThat(client.get("v1/tests/1").json().at("/custom_fields/0").toString())
                .isEqualTo("{\"id\":4,\"name\":\"Path\",\"value\":\"a.B.c\"}");
        assertThat(client.get("v2/tests/1/automations")
                        .json()
                        .at("/results/0/title")
                        .asText())
                .isEqualTo("a.B.c");
        assertThat(client.get("v2/tests/1/automations/JUnit%20(Selenium)")
                        .json()
                        .get("title")
                        .asText())
                .isEqualTo("a.B.c");
        assertThat(client.get("v2/tests/2/automations/junit").status()).isEqualTo(404);
    }

    @Test
    void addsATestUnderTheNextId() {
        var added = client.send("POST", "v1/tests", "{'Title':'new','Active':false}")
                .json();

        assertThat(added.get("id").asInt()).isEqualTo(41);
        assertThat(ids("Title = 'new' and active = false")).containsExactly("41");
        assertThat(client.send("POST", "v1/tests", "{'Status':'Ready'}").status())
                .isEqualTo(400);
    }

    @Test
    void listsTheTestsOfASetInItsOrder() {
        assertThat(client.get("v2/testsets/5/items").json().findValuesAsText("test_id"))
                .containsExactly("40", "1");
    }

    @Test
    void showsProjectsWithTheirIdsAsText() {
        var project = client.get("v1/").json();

        assertThat(project.get("id").isTextual()).isTrue();
        assertThat(project.get("title").asText()).isEqualTo("Shop");
    }

    @Test
    void answersTheShortAddressesOfTheSamplesAndSaysSo() {
        var reply = client.at(server.page() + "service").get("v1/tests/1");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(Client.page(server, "/qacomplete").text()).contains("1 requests had an address without /rest-api");
    }

    @Test
    void saysWhatIsWrongWithASeed() {
        var options = StandInOptions.defaults()
                .withQaComplete(QaCompletePolicy.defaults().withSeed("{\"projects\":[{\"title\":\"no id\"}]}"));

        assertThatThrownBy(() -> StandIn.start(options))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("This has no id: {\"title\":\"no id\"}");
    }

    @Test
    void answersErrorsAsTextWhenToldTo() {
        restartWithout(Assumption.QAC_JSON_ERRORS);

        var reply = client.get("v1/tests/999");

        assertThat(reply.text()).isEqualTo("File or directory not found");
        assertThat(reply.header("Content-Type")).startsWith("text/plain");
    }
}
