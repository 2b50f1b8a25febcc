package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.BugFiling;
import dev.attest.internal.config.setting.BugSettings;
import java.util.List;
import java.util.Map;

/** Reads the settings of test plans and bugs in Azure DevOps. */
record PlanReader(ValueReader values) {

    PlanSettings plan() {
        var plan = values.orElse(AzureKeys.PLAN, 0);
        var suite = values.orElse(AzureKeys.SUITE, 0);
        var configuration = values.orElse(AzureKeys.CONFIGURATION, "");
        if (!values.isSet(AzureKeys.PLAN) && (suite != 0 || !configuration.isEmpty())) {
            values.warn((suite != 0 ? AzureKeys.SUITE : AzureKeys.CONFIGURATION) + " has no effect without "
                    + AzureKeys.PLAN + ", the id of the test plan.");
        }
        return new PlanSettings(plan, suite, configuration, values.get(AzureKeys.ASSOCIATE_AUTOMATION));
    }

    BugSettings bugs() {
        return new BugSettings(
                values.get(AzureKeys.BUGS) == BugFiling.ON_FAILURE,
                values.get(AzureKeys.BUGS_LIMIT),
                values.get(AzureKeys.BUGS_TYPE),
                values.orElse(AzureKeys.BUGS_AREA, ""),
                values.orElse(AzureKeys.BUGS_ITERATION, ""),
                values.orElse(AzureKeys.BUGS_TAGS, List.of()),
                values.orElse(AzureKeys.BUGS_FIELDS, Map.of()),
                values.get(AzureKeys.BUGS_CLOSED_STATES));
    }
}
