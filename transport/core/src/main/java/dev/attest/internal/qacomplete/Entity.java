package dev.attest.internal.qacomplete;

import dev.attest.internal.journal.event.AttachmentTarget;

/** An entity of QAComplete that can have files. Its code is a kind such as {@code Bugs}. */
record Entity(String code, String id) {

    static Entity of(AttachmentTarget target) {
        return new Entity(target.kind(), target.id());
    }

    static Entity test(String id) {
        return new Entity("Tests", id);
    }

    /** Returns kind and id, for messages. */
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
