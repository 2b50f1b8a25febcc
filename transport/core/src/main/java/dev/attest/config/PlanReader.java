package dev.attest.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads what concerns test plans and bugs in Azure DevOps. */
final class PlanReader {

    private static final String NOT_SET = "not set";

    private final Reading reading;

    PlanReader(Reading reading) {
        this.reading = reading;
    }

    PlanSettings plan() {
        var plan = reading.value(Key.AZURE_PLAN, 0, NOT_SET, Converters::id);
        var suite = reading.value(Key.AZURE_SUITE, 0, NOT_SET, Converters::id);
        var configuration = reading.value(Key.AZURE_CONFIGURATION, "", NOT_SET, text -> text);
        var associate = reading.value(Key.AZURE_ASSOCIATE_AUTOMATION, false, "default", Converters::flag);
        if (plan == 0 && reading.find(Key.AZURE_PLAN) == null && (suite != 0 || !configuration.isEmpty())) {
            var named = suite != 0 ? Key.AZURE_SUITE : Key.AZURE_CONFIGURATION;
            reading.warnings()
                    .add(named.property() + " has no effect without " + Key.AZURE_PLAN.property()
                            + ", the id of the test plan.");
        }
        return new PlanSettings(plan, suite, configuration, associate);
    }

    BugSettings bugs() {
        var filed = reading.value(Key.AZURE_BUGS, Bugs.NEVER, "default", Converters::bugs);
        return new BugSettings(
                filed == Bugs.ON_FAILURE,
                reading.value(Key.AZURE_BUGS_LIMIT, BugSettings.NONE.limit(), "default", Converters::bugLimit),
                reading.value(Key.AZURE_BUGS_TYPE, BugSettings.NONE.type(), "default", text -> text),
                reading.value(Key.AZURE_BUGS_AREA, "", NOT_SET, text -> text),
                reading.value(Key.AZURE_BUGS_ITERATION, "", NOT_SET, text -> text),
                list(Key.AZURE_BUGS_TAGS, List.of(), NOT_SET),
                fields(),
                list(Key.AZURE_BUGS_CLOSED_STATES, BugSettings.NONE.closedStates(), "default"));
    }

    private List<String> list(Key key, List<String> byDefault, String origin) {
        return Converters.list(reading.value(key, String.join(", ", byDefault), origin, text -> text));
    }

    private Map<String, String> fields() {
        var text = reading.value(Key.AZURE_BUGS_FIELDS, "", NOT_SET, given -> {
            Converters.fields(given);
            return given;
        });
        return text.isEmpty() ? new LinkedHashMap<>() : Converters.fields(text);
    }
}
