package dev.attest.junit5;

import dev.attest.junit5.ScriptedEngine.Node;
import dev.attest.spi.DisplayNames;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestLinks;
import java.io.File;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junitpioneer.jupiter.RetryingTest;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Invocations of a template are described by what they have in common. Each is described as if it were the only one,
 * whatever an engine makes of it.
 */
class DescribedInvocationsTest {

    private static final List<String> TYPES = List.of(Invocations.TYPE, "dynamic-test", "test-template");
    private static final List<String> VALUES =
            List.of("#1", "#2", "#12", "#007", "#", "1", "#1a", "a/b", "#1%", "(int)", "[3]", "#٣");
    private static final List<String> NAMES =
            List.of("[1] cup", "[2]", "[12] x", "[12]x", "[1", "cup", ".", " › ", "a\tb\nc", "[34] case", "[007] ü");
    private static final List<String> TAGS = List.of("slow", "smoke", "TestCase=5");

    private final Random random = new Random(1);
    private final List<DisplayNames> named = new ArrayList<>();
    private final Set<UniqueId> ids = new HashSet<>();

    static IntStream seeds() {
        return IntStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void areDescribedAsEachAlone(int seed) {
        random.setSeed(seed);
        TestPlan plan = planOf(this::classes);
        TestNodes together = new TestNodes(plan); // the others are asked for one test only

        for (TestIdentifier each : testsAndContainers(plan)) {
            DescribedTest expected = new TestNodes(plan).of(each).described(links());
            assertThat(together.describe(each, links())).isEqualTo(expected);
            assertThat(named.get(named.size() - 1)).isEqualTo(named.get(named.size() - 2));
            assertThat(expected.key()).isEqualTo(each.getUniqueId());
        }
    }

    /** Else the tests above would compare what is the same anyway. */
    @Test
    void areDescribedByTheirTemplate() {
        TestPlan plan = planOf(root -> {
            Node template = template(root.add("class", "A", "A", ClassSource.from(Fixtures.class)), "adds", int.class);
            invocation(template, "#1", "[1] cup");
            invocation(template, "#2", "[2] bag");
        });
        TestNodes nodes = new TestNodes(plan);

        List<DescribedTest> tests = testsAndContainers(plan).stream()
                .filter(TestIdentifier::isTest)
                .map(each -> nodes.describe(each, links()))
                .toList();

        assertThat(tests.get(1).code()).isSameAs(tests.get(0).code());
        assertThat(named.get(1)).isSameAs(named.get(0));
    }

    @Test
    void haveIdentitiesOfTheirOwnWhereAStepHasTheNameOfTheMethod() {
        TestPlan plan = planOf(root -> {
            Node suite = root.add("suite", Fixtures.class.getName() + ".once", "Smoke", null);
            Node template = template(suite.add("class", "A", "A", ClassSource.from(Fixtures.class)), "once");
            template.add("dynamic-test", "#2", "a node", null);
            invocation(template, "#2", "[2] bag");
        });
        TestNodes nodes = new TestNodes(plan);

        assertThat(testsAndContainers(plan))
                .filteredOn(TestIdentifier::isTest)
                .extracting(each -> nodes.describe(each, links()).test().id().invocationName())
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    private void classes(Node root) {
        Node at = random.nextBoolean() ? root : root.add("suite", "shop/Smoke", "Smoke", null);
        at.tagged(some(TAGS));
        Node outer = at.add("class", Fixtures.class.getName(), "Fixtures", ClassSource.from(Fixtures.class));
        Node row = random.nextBoolean()
                ? outer
                : outer.add(
                        "class-template-invocation",
                        "#" + random.nextInt(3),
                        "[1] row",
                        outer.getSource().get());
        Node cart = random.nextBoolean()
                ? row
                : row.add("nested-class", "Inner", "In/ner", ClassSource.from(Fixtures.Inner.class));
        cart.tagged(some(TAGS));
        invocations(template(cart, "adds", int.class));
        invocations(template(cart, "adds", String.class));
        invocations(template(cart, "lists"));
        invocations(template(cart, "retries"));
        invocations(cart.add("test-template", "gone()", "gone()", source("gone", "")));
    }

    private Node template(Node container, String name, Class<?>... types) {
        String values = types.length == 0 ? "" : types[0].getName();
        return container
                .add(
                        "test-template",
                        name + "(" + values + ")",
                        any(List.of(name, "[77] " + name)),
                        source(name, values))
                .tagged(some(TAGS));
    }

    private static void invocation(Node template, String value, String name) {
        template.add(Invocations.TYPE, value, name, template.getSource().orElseThrow());
    }

    private void invocations(Node template) {
        for (int i = 0; i < 8; i++) {
            UniqueId id = parentOf(template.getUniqueId()).append(usual(TYPES), any(VALUES));
            if (ids.add(id)) {
                Node child = template.add(
                                id,
                                any(NAMES),
                                random.nextInt(3) > 0 ? template.getSource().get() : other())
                        .tagged(some(TAGS));
                switch (random.nextInt(12)) {
                    case 0 -> child.add("dynamic-test", "#1", "a child", null);
                    case 1 -> child.container();
                    case 2 -> child.both();
                    default -> {}
                }
            }
        }
    }

    /** Returns what the id of a child begins with: mostly that of its parent. */
    private UniqueId parentOf(UniqueId template) {
        return switch (random.nextInt(20)) {
            case 0 -> template.append("hidden", "rule");
            case 1 -> UniqueId.forEngine("templates");
            case 2 -> UniqueId.parse(template.toString().replace("[engine:templates]", "[engine:other]"));
            case 3 -> UniqueId.parse(template.toString().replace("test-template:", "test-template:x"));
            default -> template;
        };
    }

    private @Nullable TestSource other() {
        TestSource file = FileSource.from(new File("shop/cart.feature").getAbsoluteFile(), FilePosition.from(3));
        return switch (random.nextInt(6)) {
            case 0 -> null;
            case 1 -> file;
            case 2 -> ClassSource.from(Fixtures.class);
            case 3 -> source("lists", "");
            case 4 -> CompositeTestSource.from(List.of(file, source("adds", "int")));
            default ->
                org.junit.platform.engine.support.descriptor.MethodSource.from(
                        Fixtures.Inner.class.getName(), "inner", "");
        };
    }

    private static TestSource source(String name, String types) {
        return org.junit.platform.engine.support.descriptor.MethodSource.from(Fixtures.class.getName(), name, types);
    }

    private static TestPlan planOf(Consumer<Node> content) {
        Launch launch = Launch.of().in(ScriptedEngine.passing("templates", content));
        return launch.launcher().discover(launch.request());
    }

    /** A container without tests may be reported too. */
    private static List<TestIdentifier> testsAndContainers(TestPlan plan) {
        return plan.getRoots().stream()
                .flatMap(root -> plan.getDescendants(root).stream())
                .toList();
    }

    private TestLinks links() {
        return new TestLinks() {
            @Override
            public TestDescription test(TestDescription test, TestCode code, DisplayNames names) {
                named.add(names);
                return test;
            }

            @Override
            public TestDescription fixture(TestDescription fixture, TestCode code) {
                return fixture;
            }
        };
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private String usual(List<String> all) {
        return random.nextInt(4) > 0 ? all.get(0) : any(all);
    }

    private String[] some(List<String> all) {
        return all.stream().filter(each -> random.nextInt(4) == 0).toArray(String[]::new);
    }

    static class Fixtures {

        @ParameterizedTest
        void adds(int number) {}

        @ParameterizedTest
        void adds(String text) {}

        @RepeatedTest(2)
        void lists() {}

        @RepeatedTest(2)
        void once() {}

        @RetryingTest(2)
        void retries() {}

        static class Inner {

            @Test
            void inner() {}
        }
    }
}
