package dev.attest.standin.qacomplete;

import dev.attest.standin.store.EntityStore.EntityRow;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The kinds of entities that have files. */
public enum EntityKind {
    RELEASES("Releases", "Releases", false),
    BUGS("Bugs", "Defects", true),
    FUNCTIONAL_SPECS("FunctionalSpecs", "Requirements", true),
    TESTS("Tests", "Tests", false),
    TEST_SETS("TestSets", "TestSets", true),
    TEST_STEPS("TestSteps", "TestSteps", true);

    /** The code under which the store keeps projects. */
    static final String PROJECTS = "Projects";

    private final String code;
    private final String otherName;
    private final boolean atBothVersions;

    EntityKind(String code, String otherName, boolean atBothVersions) {
        this.code = code;
        this.otherName = otherName;
        this.atBothVersions = atBothVersions;
    }

    /** Returns the kind with this name in a path. Case does not matter. */
    public static Optional<EntityKind> named(String name) {
        return Arrays.stream(values()).filter(code -> code.is(name)).findFirst();
    }

    static EntityKind of(String name) {
        return named(name).orElseThrow(QaCompleteErrors::notFound);
    }

    private boolean is(String name) {
        return code.equalsIgnoreCase(name) || otherName.equalsIgnoreCase(name);
    }

    /** Returns the code under which the store keeps the entities. */
    public String code() {
        return code;
    }

    /** Returns the API versions that list these entities. It is both where no document says which. */
    Set<String> versions() {
        return atBothVersions ? Set.of("v1", "v2") : Set.of("v1");
    }

    EntityRow find(QaCompleteCall call, int id) {
        return call.store()
                .entities()
                .find(code, id)
                .filter(row -> row.project() == call.project())
                .orElseThrow(QaCompleteErrors::notFound);
    }
}
