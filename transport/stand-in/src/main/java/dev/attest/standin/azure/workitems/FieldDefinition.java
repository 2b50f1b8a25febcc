package dev.attest.standin.azure.workitems;

import java.util.Set;

/** A field as the list of fields describes it. Its name and its type follow from its reference name. */
record FieldDefinition(String referenceName) {

    private static final Set<String> PEOPLE = Set.of("AssignedTo", "CreatedBy", "ChangedBy", "ActivatedBy");
    private static final Set<String> NUMBERS =
            Set.of("Id", "Rev", "Watermark", "CommentCount", "AreaId", "IterationId", "Priority");
    private static final Set<String> TEXTS =
            Set.of("Description", "AcceptanceCriteria", "ReproSteps", "SystemInfo", "Steps", "Parameters");

    /** Returns the name that people see, such as {@code Assigned To}. */
    String name() {
        return last().replaceAll("(?<=[a-z])(?=[A-Z])", " ");
    }

    private String last() {
        return referenceName.substring(referenceName.lastIndexOf('.') + 1);
    }

    String type() {
        var last = last();
        if (NUMBERS.contains(last)) {
            return "integer";
        }
        if (TEXTS.contains(last)) {
            return "html";
        }
        return switch (last) {
            case "History" -> "history";
            case "Tags" -> "plainText";
            case "AreaPath", "IterationPath" -> "treePath";
            case "StackRank" -> "double";
            default -> last.endsWith("Date") ? "dateTime" : "string";
        };
    }

    boolean identity() {
        return PEOPLE.contains(last());
    }
}
