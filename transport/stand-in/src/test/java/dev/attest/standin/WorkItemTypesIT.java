package dev.attest.standin;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorkItemTypesIT {

    private final StandIn server = StandIn.start(StandInOptions.defaults().withPlans(PlansIT.plans()));
    private final WorkItems items = WorkItems.of(server);

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void listsTheTypesOfTheProject() {
        var types = items.get("workitemtypes").json();

        assertThat(types.get("value"))
                .extracting(type -> type.get("name").asText())
                .containsExactly("Bug", "Issue", "Task", "Test Case", "User Story");
        assertThat(types.at("/value/0"))
                .isEqualTo(items.get("workItemTypes/bug").json());
    }

    @Test
    void describesATypeByItsFieldsAndStates() {
        var type = items.get("workitemtypes/Test%20Case").json();

        assertThat(type.get("referenceName").asText()).isEqualTo("Microsoft.VSTS.WorkItemTypes.TestCase");
        assertThat(type.get("states").findValuesAsText("name")).containsExactly("Design", "Ready", "Closed");
        assertThat(type.get("fields").findValuesAsText("referenceName")).contains("System.Title", "Custom.Team");
        assertThat(items.get("workitemtypes/Test%20Case/states").json().get("value"))
                .isEqualTo(type.get("states"));
        assertThat(items.get("workitemtypes/Dragon").refusal()).isEqualTo("404 WorkItemTypeNotFoundException");
    }

    @ParameterizedTest
    @CsvSource({
        "System.Title, Title, string, false",
        "system.createddate, Created Date, dateTime, true",
        "Microsoft.VSTS.Common.Priority, Priority, integer, false",
        "Repro Steps, Repro Steps, html, false",
        "System.Id, Id, integer, true"
    })
    void describesAField(String asked, String name, String type, boolean readOnly) {
        var field = items.get("fields/" + asked.replace(" ", "%20")).json();

        assertThat(field.get("name").asText()).isEqualTo(name);
        assertThat(field.get("type").asText()).isEqualTo(type);
        assertThat(field.get("readOnly").asBoolean()).isEqualTo(readOnly);
        assertThat(items.get("fields").json().get("value")).contains(field);
    }

    @Test
    void knowsNoOtherField() {
        assertThat(items.get("fields/My.Field").refusal()).isEqualTo("404 WorkItemFieldInvalidException");
    }
}
