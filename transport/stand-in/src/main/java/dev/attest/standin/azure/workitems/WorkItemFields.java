package dev.attest.standin.azure.workitems;

import dev.attest.standin.rules.Refusal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The known fields. The case of a name does not matter, and the spelling of the service is stored. */
public final class WorkItemFields {

    /** The title. */
    public static final String TITLE = "System.Title";
    /** The state. */
    public static final String STATE = "System.State";

    static final String TAGS = "System.Tags";
    static final String HISTORY = "System.History";
    /** The number of comments, which the service computes. */
    public static final String COMMENTS = "System.CommentCount";

    private static final List<String> COMPUTED = List.of(
            "System.Id",
            "System.Rev",
            "System.TeamProject",
            "System.WorkItemType",
            "System.CreatedDate",
            "System.CreatedBy",
            "System.ChangedDate",
            "System.ChangedBy",
            "System.Watermark",
            COMMENTS);

    private static final List<String> BUILT_IN = List.of(
            TITLE,
            STATE,
            TAGS,
            HISTORY,
            "System.Description",
            "System.Reason",
            "System.AssignedTo",
            "System.AreaPath",
            "System.IterationPath",
            "System.AreaId",
            "System.IterationId",
            "Microsoft.VSTS.Common.AcceptanceCriteria",
            "Microsoft.VSTS.Common.ActivatedBy",
            "Microsoft.VSTS.Common.ActivatedDate",
            "Microsoft.VSTS.Common.Activity",
            "Microsoft.VSTS.Common.Priority",
            "Microsoft.VSTS.Common.Risk",
            "Microsoft.VSTS.Common.Severity",
            "Microsoft.VSTS.Common.StackRank",
            "Microsoft.VSTS.Common.ValueArea",
            "Microsoft.VSTS.Build.FoundIn",
            "Microsoft.VSTS.Build.IntegrationBuild",
            "Microsoft.VSTS.TCM.AutomatedTestId",
            "Microsoft.VSTS.TCM.AutomatedTestName",
            "Microsoft.VSTS.TCM.AutomatedTestStorage",
            "Microsoft.VSTS.TCM.AutomatedTestType",
            "Microsoft.VSTS.TCM.AutomationStatus",
            "Microsoft.VSTS.TCM.LocalDataSource",
            "Microsoft.VSTS.TCM.Parameters",
            "Microsoft.VSTS.TCM.ReproSteps",
            "Microsoft.VSTS.TCM.Steps",
            "Microsoft.VSTS.TCM.SystemInfo");

    private static final Set<String> READ_ONLY = Set.copyOf(COMPUTED);

    private final TreeMap<String, String> known = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    private final boolean strict;

    /**
     * @param added fields beyond the built-in ones
     * @param strict whether unknown fields are refused
     */
    WorkItemFields(List<String> added, boolean strict) {
        this.strict = strict;
        Stream.of(COMPUTED, BUILT_IN, added).flatMap(List::stream).forEach(name -> known.put(name, name));
    }

    /** Returns the field in its canonical spelling. */
    String named(String asked) {
        var name = known.get(asked);
        if (name == null && (strict || asked.isBlank())) {
            throw missing(400, asked);
        }
        return name == null ? asked : name;
    }

    /** Returns all fields in the order of their names. */
    List<String> all() {
        return List.copyOf(known.values());
    }

    static boolean readOnly(String name) {
        return READ_ONLY.contains(name);
    }

    static Refusal missing(int status, String asked) {
        return new Refusal(status, "WorkItemFieldInvalidException", "TF51535: Cannot find field " + asked + ".");
    }

    /** Returns the field, and refuses one that requests cannot set. */
    String settable(String asked) {
        var name = named(asked);
        if (readOnly(name)) {
            throw invalid(name, "ReadOnly");
        }
        return name;
    }

    static Refusal invalid(String field, String code) {
        return new Refusal(
                400,
                "RuleValidationException",
                "TF401320: Rule Error for field " + field.substring(field.lastIndexOf('.') + 1) + ". Error code: "
                        + code + ".");
    }

    /** Returns tags in the format of the service, without duplicates. */
    static String tags(String text) {
        var tags = new LinkedHashMap<String, String>();
        Arrays.stream(text.split("[;,]", -1))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(tag -> tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
        return String.join("; ", tags.values());
    }
}
