package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WiqlIT {

    private final StandIn server = StandIn.start();
    private final WorkItems items = WorkItems.of(server);

    WiqlIT() {
        items.bug("Login fails");
        items.bug("It''s slow".replace("''", "’"));
        items.bug("Logout fails");
        items.update(1, "[{'op':'add','path':'/fields/System.Tags','value':'attest; fp-1'}]");
        items.update(2, "[{'op':'add','path':'/fields/System.Tags','value':'attest; fp-11'}]");
        items.update(3, "[{'op':'add','path':'/fields/System.State','value':'Closed'}]");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "[System.Tags] CONTAINS 'fp-1'                                              | 1",
                "[System.Tags] CONTAINS 'attest' AND [System.State] <> 'Closed'             | 1,2",
                "[System.TeamProject] = @project AND [System.WorkItemType] = 'bug'          | 1,2,3",
                "[System.Title] CONTAINS 'FAILS' AND NOT [System.State] IN ('Closed','Resolved') | 1",
                "[System.State] = 'Closed' OR ([System.Id] >= 2 AND [System.Id] < 3)        | 2,3",
                "[System.Title] NOT CONTAINS 'fails' AND [System.AreaPath] UNDER 'demo'     | 2",
                "[System.CreatedDate] > @today - 7                                          | 1,2,3",
                "[System.ChangedDate] < @today -1                                           | ~~",
                "[System.CreatedBy] = @me AND [System.Id] <> 2                              | 1,3",
                "[System.CreatedBy] = 'Attest Publisher' AND [System.Id] NOT IN (1, 2)      | 3",
            })
    void findsWorkItems(String where, String ids) {
        var reply = items.query("SELECT [System.Id], [System.Title] FROM WorkItems WHERE " + where);

        assertThat(reply.status()).isEqualTo(200);
        assertThat(String.join(",", reply.json().get("workItems").findValuesAsText("id")))
                .isEqualTo(ids);
    }

    @Test
    void sortsAndCuts() {
        var wiql = "select [System.Id] from workitems order by [System.State] desc, [System.Id] desc";

        assertThat(items.query(wiql).json().get("workItems").findValuesAsText("id"))
                .containsExactly("2", "1", "3");
        var first = items.json("POST", "wiql?$top=1", "application/json", "{\"query\":\"" + wiql + "\"}");
        assertThat(first.json().get("workItems").findValuesAsText("id")).containsExactly("2");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SELECT * FROM WorkItems",
                "SELECT [System.Id] FROM WorkItemLinks",
                "SELECT [System.Id] FROM WorkItems WHERE [System.CreatedDate] > @yesterday",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Title] EVER 'x'",
                "SELECT [System.Id] FROM WorkItems WHERE [System.Title] = 'x",
                "SELECT [System.Id] FROM WorkItems WHERE ([System.Id] = 1",
                "SELECT [System.Id] FROM WorkItems ASOF '2020-01-01'"
            })
    void namesWhatItDoesNotUnderstand(String wiql) {
        var reply = items.query(wiql);

        assertThat(reply.refusal()).isEqualTo("400 SyntaxException");
        assertThat(reply.json().get("message").asText()).startsWith("TF51006: The query statement is wrong. ");
    }

    @Test
    void knowsNoFieldThatWorkItemsDoNotHave() {
        assertThat(items.query("SELECT [System.Id] FROM WorkItems WHERE [My.Field] = 1")
                        .refusal())
                .isEqualTo("400 WorkItemFieldInvalidException");
    }
}
