package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import java.net.URI;
import java.util.Iterator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/** Tests that are made while tests run. */
final class Factories {

    private Factories() {}

    private static DynamicTest passing(Ledger.Entry entry, String name) {
        return dynamicTest(name, entry::passed);
    }

    private static DynamicTest failing(Ledger.Entry entry, String name) {
        return dynamicTest(name, () -> {
            throw entry.failed(name + " fails");
        });
    }

    @Fixture
    static class Trees {
        private static Ledger.Entry entry(String path) {
            return Ledger.of(Trees.class, "tree", "Trees › tree() › " + path);
        }

        @TestFactory
        Stream<DynamicNode> tree() {
            return Stream.of(
                    passing(entry("leaf"), "leaf"),
                    passing(entry("twin").twin(1), "twin"),
                    failing(entry("twin").twin(2), "twin"),
                    dynamicContainer(
                            "branch",
                            Stream.of(
                                    failing(entry("branch › leaf"), "leaf"),
                                    dynamicContainer(
                                            "twig",
                                            Stream.of(
                                                    passing(entry("branch › twig › leaf"), "leaf"),
                                                    dynamicTest("evergreen", () -> {
                                                        entry("branch › twig › evergreen")
                                                                .assumed("Assumption failed: it is green");
                                                        assumeTrue(false, "it is green");
                                                    }))))));
        }
    }

    @Fixture
    static class Makers {
        private static Ledger.Entry entry(String method, String name) {
            return Ledger.of(Makers.class, method, "Makers › " + method + "() › " + name);
        }

        @TestFactory
        DynamicTest one() {
            return passing(entry("one", "alone"), "alone");
        }

        @TestFactory
        List<DynamicTest> list() {
            return List.of(passing(entry("list", "a"), "a"), failing(entry("list", "b"), "b"));
        }

        @TestFactory
        Iterator<DynamicTest> iterator() {
            return list("iterator").iterator();
        }

        private static List<DynamicTest> list(String method) {
            return List.of(failing(entry(method, "a"), "a"), passing(entry(method, "b"), "b"));
        }

        @TestFactory
        Stream<DynamicTest> elsewhere() {
            return Stream.of(dynamicTest(
                    "there", URI.create("method:java.lang.Object#hashCode()"), entry("elsewhere", "there")::passed));
        }

        @TestFactory
        Stream<DynamicTest> none() {
            return Stream.empty();
        }
    }

    @Fixture
    static class Broken {
        private static Ledger.Entry entry(String method, String path) {
            return Ledger.of(Broken.class, method, "Broken › " + method + "() › " + path);
        }

        @TestFactory
        Stream<DynamicTest> fromTheStart() {
            throw entry("fromTheStart", "@TestFactory").broke("strike");
        }

        @TestFactory
        Stream<DynamicTest> halfway() {
            return Stream.iterate(passing(entry("halfway", "first"), "first"), test -> {
                throw entry("halfway", "@TestFactory").broke("no second");
            });
        }

        @TestFactory
        DynamicNode inABranch() {
            return dynamicContainer(
                    "branch", Stream.iterate(passing(entry("inABranch", "branch › leaf"), "leaf"), test -> {
                        throw entry("inABranch", "branch › @TestFactory").broke("saw");
                    }));
        }
    }

    @Fixture
    static class BeforeEachFails {
        @BeforeEach
        void prepare() {
            throw Ledger.of(BeforeEachFails.class, "made", "BeforeEachFails › made() › @TestFactory")
                    .broke("no ground");
        }

        @TestFactory
        Stream<DynamicTest> made() {
            return Stream.empty();
        }
    }

    @Fixture
    static class AfterEachFails {
        @TestFactory
        DynamicTest made() {
            return passing(Ledger.of(AfterEachFails.class, "made", "AfterEachFails › made() › one"), "one");
        }

        @AfterEach
        void tidy() {
            throw Ledger.of(AfterEachFails.class, "made", "AfterEachFails › made() › @TestFactory")
                    .broke("no drain");
        }
    }
}
