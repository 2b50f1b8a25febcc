package dev.attest.internal.azure.bugs;

import dev.attest.internal.azure.workitems.PatchOperation;
import dev.attest.internal.azure.workitems.WorkItemDocument;
import dev.attest.internal.config.setting.BugSettings;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The body that files a bug.
 *
 * <pre>[{"op":"add","path":"/fields/System.Title","value":"Cart › adds: expected 2"},
 *  {"op":"add","path":"/fields/Microsoft.VSTS.TCM.ReproSteps","value":"&lt;div&gt;..."},
 *  {"op":"add","path":"/fields/System.Tags","value":"attest; attest-6f0a12bc34de56f7"},
 *  {"op":"add","path":"/relations/-","value":{"rel":"Hyperlink","url":"https://...&amp;resultId=100000",
 *    "attributes":{"comment":"Result 100000 of run 24"}}}]</pre>
 *
 * <p>The link to the result shows later that this result was reported already. See <a
 * href="https://learn.microsoft.com/rest/api/azure/devops/wit/work-items/create">Work Items: Create</a>.
 */
public final class BugFields {

    private static final String HYPERLINK = "Hyperlink";
    private static final String COMMON = "Microsoft.VSTS.Common.";

    private BugFields() {}

    /** Returns the field for the steps to reproduce. Types other than Bug have a description only. */
    static String steps(BugSettings settings) {
        return settings.type().equalsIgnoreCase("Bug") ? "Microsoft.VSTS.TCM.ReproSteps" : "System.Description";
    }

    static List<PatchOperation> of(BugSettings settings, BugText text, String print, PatchOperation link) {
        List<PatchOperation> operations = of(settings, text.title(), text.reproSteps(), BugSearch.tag(print));
        operations.add(link);
        return operations;
    }

    /** Returns the body of a bug that is validated but not created. */
    public static List<PatchOperation> trial(BugSettings settings) {
        return of(settings, "attest doctor", "Written by attest doctor.", BugSearch.tag("doctor"));
    }

    private static List<PatchOperation> of(BugSettings settings, String title, String steps, String tag) {
        List<String> tags = new ArrayList<>(List.of(BugSearch.TAG, tag));
        tags.addAll(settings.tags());
        List<PatchOperation> operations = new ArrayList<>();
        operations.add(PatchOperation.field("System.Title", title));
        operations.add(PatchOperation.field(steps(settings), steps));
        operations.add(PatchOperation.field("System.Tags", String.join("; ", tags)));
        if (!settings.area().isEmpty()) {
            operations.add(PatchOperation.field("System.AreaPath", settings.area()));
        }
        if (!settings.iteration().isEmpty()) {
            operations.add(PatchOperation.field("System.IterationPath", settings.iteration()));
        }
        settings.fields().forEach((name, value) -> operations.add(PatchOperation.field(referenceName(name), value)));
        return operations;
    }

    static PatchOperation link(String url, String comment) {
        return PatchOperation.relation(HYPERLINK, url, new PatchOperation.Attributes(comment, null));
    }

    /** Returns whether the item has a hyperlink whose URL matches. */
    static boolean links(WorkItemDocument item, Predicate<String> url) {
        return item.relations(HYPERLINK).stream()
                .anyMatch(relation -> url.test(relation.get("url").text().orElse("")));
    }

    /** Returns the reference name of a field. Common fields may be named as in forms, such as Priority or Severity. */
    private static String referenceName(String name) {
        return name.contains(".") ? name : COMMON + name;
    }
}
