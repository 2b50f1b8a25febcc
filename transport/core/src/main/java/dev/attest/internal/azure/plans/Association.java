package dev.attest.internal.azure.plans;

import dev.attest.internal.azure.workitems.PatchOperation;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.azure.workitems.WorkItems;
import dev.attest.internal.config.setting.TestNames;
import dev.attest.internal.destination.Remarks;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.rest.NotDeliveredException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Associates test cases with the tests that automate them. The first test that names a test case is used. A test case
 * that is associated with it already is not changed. See <a
 * href="https://learn.microsoft.com/azure/devops/test/associate-automated-test-with-test-case">Associate automated
 * tests with test cases</a>.
 */
public final class Association {

    private static final String PREFIX = "Microsoft.VSTS.TCM.";
    private static final String STATUS = PREFIX + "AutomationStatus";
    private static final String NAME = PREFIX + "AutomatedTestName";
    private static final String STORAGE = PREFIX + "AutomatedTestStorage";
    private static final String ID = PREFIX + "AutomatedTestId";
    private static final String TYPE = PREFIX + "AutomatedTestType";

    /** The fields of a test case that describe its automation. */
    static final List<String> FIELDS = List.of(STATUS, NAME, STORAGE, ID, TYPE);

    private final boolean wanted;
    private final WorkItems items;
    private final TestCases testCases;
    private final Remarks remarks;
    private final Set<Integer> associated = ConcurrentHashMap.newKeySet();

    public Association(boolean wanted, WorkItems items, TestCases testCases, Remarks remarks) {
        this.wanted = wanted;
        this.items = items;
        this.testCases = testCases;
        this.remarks = remarks;
    }

    /** Associates the test cases of a result with its test. A failure becomes a remark, and a later run repeats it. */
    public void associate(Result result, TestNames names) {
        if (!wanted) {
            return;
        }
        for (int testCase : result.test().links().testCases()) {
            WorkItemDocument item = testCases.item(testCase);
            if (item != null && associated.add(testCase)) {
                associate(item, AutomatedTest.ofMethod(result.test(), names));
            }
        }
    }

    private void associate(WorkItemDocument item, AutomatedTest test) {
        Map<String, @Nullable String> wantedFields = new LinkedHashMap<>();
        wantedFields.put(NAME, test.name());
        wantedFields.put(STORAGE, test.storage());
        wantedFields.put(ID, test.id());
        wantedFields.put(TYPE, AutomatedTest.TYPE);
        wantedFields.put(STATUS, "Automated");
        List<PatchOperation> changes = wantedFields.entrySet().stream()
                .filter(field -> field.getValue() != null)
                .filter(field -> !item.field(field.getKey()).equals(field.getValue()))
                .map(field -> PatchOperation.field(field.getKey(), String.valueOf(field.getValue())))
                .toList();
        if (changes.isEmpty()) {
            return;
        }
        try {
            items.patch("associate test case " + item.id() + " with its test", item.id(), changes);
        } catch (NotDeliveredException e) {
            remarks.add("Test case " + item.id() + " is not associated with " + test.name() + ". " + e.reason());
        }
    }
}
