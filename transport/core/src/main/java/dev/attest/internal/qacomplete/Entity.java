package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.AttachmentTarget;

/**
 * A thing that files are put on.
 *
 * @param code such as {@code Bugs}
 * @param id in digits
 */
record Entity(String code, String id) {

    static Entity of(AttachmentTarget place) {
        return new Entity(place.kind(), place.id());
    }

    static Entity test(String id) {
        return new Entity("Tests", id);
    }

    /** Returns what people call it. */
    String shown() {
        return switch (code) {
                    case "Releases" -> "release ";
                    case "Bugs" -> "defect ";
                    case "FunctionalSpecs" -> "requirement ";
                    case "Tests" -> "test ";
                    case "TestSets" -> "test set ";
                    case "TestSteps" -> "test step ";
                    default -> code + " ";
                }
                + id;
    }
}
