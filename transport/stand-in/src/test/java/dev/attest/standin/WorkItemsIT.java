package dev.attest.standin;

import dev.attest.standin.Client.Reply;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemsIT {

    private static final String TITLE = "{'op':'add','path':'/fields/System.Title','value':'Broken'}";

    private final StandIn server = StandIn.start();
    private final WorkItems items = WorkItems.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void createsABugWithItsFields() {
        var reply = items.create(
                "bug",
                "[" + TITLE + ",{'op':'add','path':'/fields/system.tags','value':'b; a;B'},"
                        + "{'op':'add','path':'/fields/Microsoft.VSTS.TCM.ReproSteps','value':'<b>x</b>'}]");

        assertThat(reply.status()).isEqualTo(200);
        var bug = reply.json();
        assertThat(bug.get("rev").asInt()).isEqualTo(1);
        assertThat(bug.get("url").asText()).endsWith("/_apis/wit/workItems/1");
        assertThat(bug.at("/fields/System.WorkItemType").asText()).isEqualTo("Bug");
        assertThat(bug.at("/fields/System.State").asText()).isEqualTo("New");
        assertThat(bug.at("/fields/System.Tags").asText()).isEqualTo("b; a");
        assertThat(bug.at("/fields/System.CreatedBy/displayName").asText()).isEqualTo("Attest Publisher");
        assertThat(items.get("workitems/1").json()).isEqualTo(bug);
        assertThat(items.get("workitems?ids=1&fields=System.Title,System.Id")
                        .json()
                        .at("/value/0/fields"))
                .hasToString("{\"System.Id\":1,\"System.Title\":\"Broken\"}");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Bug     | [{'op':'add','path':'/fields/System.Tags','value':'a'}]                 | 400 RuleValidationException",
                "Bug     | [{'op':'add','path':'/fields/System.Title','value':' '}]                | 400 RuleValidationException",
                "Bug     | [TITLE,{'op':'add','path':'/fields/System.State','value':'Sleepy'}]      | 400 RuleValidationException",
                "Bug     | [TITLE,{'op':'add','path':'/fields/System.Id','value':5}]                | 400 RuleValidationException",
                "Bug     | [TITLE,{'op':'add','path':'/fields/My.Field','value':5}]                 | 400 WorkItemFieldInvalidException",
                "Bug     | [TITLE,{'op':'move','path':'/fields/System.Title'}]                      | 400 PatchOperationFailedException",
                "Bug     | []                                                                       | 400 VssPropertyValidationException",
                "Bug     | {}                                                                       | 400 VssPropertyValidationException",
                "Unicorn | [TITLE]                                                                  | 404 WorkItemTypeNotFoundException",
            })
    void createsNothingElse(String type, String operations, String refusal) {
        assertThat(items.create(type, operations.replace("TITLE", TITLE)).refusal())
                .isEqualTo(refusal);
        assertThat(items.get("workitems/1").refusal()).isEqualTo("404 WorkItemUnauthorizedAccessException");
    }

    @Test
    void refusesATitleOfMoreThan255Characters() {
        var long255 = "[" + TITLE.replace("Broken", "x".repeat(255)) + "]";

        assertThat(items.create("Bug", long255).status()).isEqualTo(200);
        assertThat(items.create("Bug", long255.replace("xx'", "xxx'")).refusal())
                .isEqualTo("400 RuleValidationException");
    }

    @Test
    void takesPatchDocumentsOnly() {
        assertThat(items.json("POST", "workitems/$Bug", "application/json", "[]")
                        .refusal())
                .isEqualTo("415 VssRequestContentTypeNotSupportedException");
    }

    @Test
    void takesTheDollarInItsEncodedForm() {
        assertThat(items.json("POST", "workitems/%24User%20Story", "application/json-patch+json", "[" + TITLE + "]")
                        .json()
                        .at("/fields/System.WorkItemType")
                        .asText())
                .isEqualTo("User Story");
    }

    @Test
    void createsByTheVerbOfTheProduct() {
        try (var old = StandIn.start(StandInOptions.defaults().emulating(Product.TFS_2017))) {
            var other = WorkItems.of(old).speaking("3.0");

            assertThat(other.create("Bug", "[" + TITLE + "]").status()).isEqualTo(405);
            assertThat(other.json("PATCH", "workitems/$Bug", "application/json-patch+json", "[" + TITLE + "]")
                            .json()
                            .at("/fields/System.CreatedBy")
                            .asText())
                    .isEqualTo("Attest Publisher <publisher@attest.example>");
        }
        assertThat(items.json("PATCH", "workitems/$Bug", "application/json-patch+json", "[" + TITLE + "]")
                        .status())
                .isEqualTo(405);
    }

    @Test
    void onlyValidatesWhenAsked() {
        var reply = items.json(
                "POST", "workitems/$Bug?validateOnly=true", "application/json-patch+json", "[" + TITLE + "]");

        assertThat(reply.status()).isEqualTo(200);
        assertThat(items.get("workitems/1").status()).isEqualTo(404);
    }

    @Test
    void changesNothingWhenTheRevisionIsAnother() {
        var id = items.bug("a");
        var change =
                "[{'op':'test','path':'/rev','value':1},{'op':'replace','path':'/fields/System.State','value':'active'}]";

        assertThat(items.update(id, change).json().at("/fields/System.State").asText())
                .isEqualTo("Active");
        var again = items.update(id, change.replace("active", "Closed"));

        assertThat(again.refusal()).isEqualTo("412 TestPatchOperationFailedException");
        assertThat(items.get("workitems/" + id).json().get("rev").asInt()).isEqualTo(2);
        assertThat(items.get("workitems/" + id)
                        .json()
                        .at("/fields/System.State")
                        .asText())
                .isEqualTo("Active");
    }

    @Test
    void addsTagsToThoseThatAreThere() {
        var id = items.bug("a");
        items.update(id, "[{'op':'add','path':'/fields/System.Tags','value':'one'}]");

        assertThat(tags(id, "add", "two; ONE")).isEqualTo("one; two");
        assertThat(tags(id, "replace", "three")).isEqualTo("three");
        try (var lenient = StandIn.start(StandInOptions.defaults().without(Assumption.ADDED_TAGS_JOIN))) {
            var other = WorkItems.of(lenient);
            other.bug("a");
            other.update(1, "[{'op':'add','path':'/fields/System.Tags','value':'one'}]");
            assertThat(other.update(1, "[{'op':'add','path':'/fields/System.Tags','value':'two'}]")
                            .json()
                            .at("/fields/System.Tags")
                            .asText())
                    .isEqualTo("two");
        }
    }

    private String tags(int id, String op, String value) {
        var change = "[{'op':'" + op + "','path':'/fields/System.Tags','value':'" + value + "'}]";
        return items.update(id, change).json().at("/fields/System.Tags").asText();
    }

    @Test
    void keepsCommentsInTheHistory() {
        var id = items.bug("a");
        items.update(id, "[{'op':'add','path':'/fields/System.History','value':'<b>first</b>'}]");
        items.update(id, "[{'op':'add','path':'/fields/System.Tags','value':'x'}]");
        items.update(id, "[{'op':'add','path':'/fields/System.History','value':'second'}]");

        var comments = items.speaking("7.1-preview.4").get("workitems/" + id + "/comments");
        var updates = items.get("workitems/" + id + "/updates").json();

        assertThat(comments.json().findValuesAsText("text")).containsExactly("second", "<b>first</b>");
        assertThat(items.get("workitems/" + id + "/comments").refusal())
                .isEqualTo("400 VssInvalidPreviewVersionException");
        assertThat(updates.get("count").asInt()).isEqualTo(4);
        assertThat(updates.at("/value/2/fields")).hasToString("{\"System.Tags\":{\"newValue\":\"x\"}}");
        assertThat(items.get("workitems/" + id)
                        .json()
                        .at("/fields/System.CommentCount")
                        .asInt())
                .isEqualTo(2);
    }

    @Test
    void listsWhatIsThereOrSaysWhatIsNot() {
        items.bug("a");
        items.bug("b");

        assertThat(items.get("workitems?ids=2,1").json().findValuesAsText("System.Title"))
                .containsExactly("b", "a");
        assertThat(items.get("workitems?ids=2,9").status()).isEqualTo(404);
        assertThat(items.get("workitems?ids=9,2&errorPolicy=omit").json().get("value"))
                .hasSize(2);
        assertThat(items.get("workitems?ids=x").status()).isEqualTo(400);
        assertThat(items.get("workitems").status()).isEqualTo(400);
        assertThat(items.get("workitems/1?fields=System.Id&$expand=relations").refusal())
                .isEqualTo("400 ConflictingParametersException");
    }

    @Test
    void knowsTheWorkItemsOfOtherProjectsByTheirOwnAddressOnly() {
        try (var two = StandIn.start(StandInOptions.defaults().withProjects("demo", "other"))) {
            var id = WorkItems.of(two).bug("a");

            assertThat(new WorkItems(two.url() + "/_apis/wit/", "7.1")
                            .get("workitems/" + id)
                            .status())
                    .isEqualTo(200);
            assertThat(new WorkItems(two.url() + "/other/_apis/wit/", "7.1")
                            .get("workitems/" + id)
                            .status())
                    .isEqualTo(404);
        }
    }

    @Test
    void readsABatchWhoseIdsAreInTheBody() {
        var id = items.bug("a");
        items.update(id, "[{'op':'add','path':'/relations/-','value':{'rel':'Hyperlink','url':'http://x'}}]");

        var titles = batch("{\"ids\":[" + id + "],\"fields\":[\"System.Title\"]}");
        var whole = batch("{\"ids\":[" + id + ",77],\"$expand\":4,\"errorPolicy\":2}");

        assertThat(titles.json().at("/value/0/fields")).hasToString("{\"System.Title\":\"a\"}");
        assertThat(whole.json().at("/value/0/relations")).hasSize(1);
        assertThat(whole.json().at("/value/1").isNull()).isTrue();
        assertThat(batch("{\"ids\":[77]}").status()).isEqualTo(404);
        assertThat(batch("{\"ids\":[]}").refusal()).isEqualTo("400 ArgumentException");
        assertThat(batch("{\"ids\":[" + id + "],\"fields\":[\"System.Id\"],\"$expand\":\"all\"}")
                        .refusal())
                .isEqualTo("400 ConflictingParametersException");
    }

    private Reply batch(String body) {
        return items.json("POST", "workitemsbatch", "application/json", body);
    }

    @Test
    void takesTheNumberOfAnExpansion() {
        var id = items.bug("a");
        items.update(id, "[{'op':'add','path':'/relations/-','value':{'rel':'Hyperlink','url':'http://x'}}]");

        assertThat(items.get("workitems/" + id + "?$expand=4").json().has("relations"))
                .isTrue();
        assertThat(items.get("workitems/" + id + "?$expand=0").json().has("relations"))
                .isFalse();
        assertThat(items.get("workitems/" + id + "?$expand=5").refusal()).isEqualTo("400 ArgumentException");
    }

    @Test
    void deletesAWorkItemAndNeverGivesItsIdAgain() {
        var id = items.bug("a");

        var deleted = items.json("DELETE", "workitems/" + id, "application/json", "");

        assertThat(deleted.json().get("id").asInt()).isEqualTo(id);
        assertThat(deleted.json().at("/resource/fields/System.Title").asText()).isEqualTo("a");
        assertThat(items.get("workitems/" + id).status()).isEqualTo(404);
        assertThat(items.query("SELECT [System.Id] FROM WorkItems").json().get("workItems"))
                .isEmpty();
        assertThat(items.bug("b")).isGreaterThan(id);
    }

    @Test
    void deletesNoTestCase() {
        var id = items.create("Test%20Case", "[{'op':'add','path':'/fields/System.Title','value':'t'}]")
                .json()
                .get("id");

        assertThat(items.json("DELETE", "workitems/" + id, "application/json", "")
                        .refusal())
                .isEqualTo("400 WorkItemTypeDeleteNotSupportedException");
    }
}
