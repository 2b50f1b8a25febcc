package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.setting.BugSettings;
import dev.attest.internal.rest.NotDeliveredException;

/** Asks whether a bug would be taken. A service that does not know how to validate one files it: then it is removed. */
public record BugTrial(WorkItems items) {

    /** Returns what became of a bug that was filed, as the end of a sentence; empty if none was. */
    public String play(BugSettings settings) throws NotDeliveredException {
        int filed = items.tryToCreate(settings.type(), BugFields.trial(settings));
        if (filed == 0) {
            return "";
        }
        try {
            items.delete(filed);
            return "it was filed as " + filed + ", and is in the recycle bin now";
        } catch (NotDeliveredException e) {
            return "it was filed as " + filed + ", and is still there: " + e.reason();
        }
    }
}
