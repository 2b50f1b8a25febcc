package dev.attest.junit5;

import dev.attest.junit5.ScriptedEngine.Node;
import dev.attest.spi.TestId;
import java.io.File;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.ClasspathResourceSource;
import org.junit.platform.engine.support.descriptor.CompositeTestSource;
import org.junit.platform.engine.support.descriptor.DirectorySource;
import org.junit.platform.engine.support.descriptor.FilePosition;
import org.junit.platform.engine.support.descriptor.FileSource;
import org.junit.platform.engine.support.descriptor.PackageSource;
import org.junit.platform.engine.support.descriptor.UriSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Names of tests, whatever their engine says of where they are written. No two of all these tests have one name: they
 * share a JVM.
 */
class NodeIdentityTest {

    private static final String CLASS = "shop.CartTest";

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("no source at all", root -> root.add("test", "17", "buys", null), "", "buys", "buys"),
                shape(
                        "no source, in a container",
                        root -> root.add("box", "3", "a box", null).add("test", "17", "buys", null),
                        "",
                        "a box › buys",
                        "a box › buys"),
                shape(
                        "a resource",
                        root -> feature(root).add("scenario", "7", "buys", resource(7)),
                        "shop/cart.feature",
                        "Cart › buys",
                        "Cart › buys"),
                shape(
                        "a resource with a test that has none",
                        root -> feature(root).add("scenario", "7", "pays", null),
                        "shop/cart.feature",
                        "Cart › pays",
                        "Cart › pays"),
                shape(
                        "a resource in no folder",
                        root -> root.add("test", "17", "buys", ClasspathResourceSource.from("cart.feature")),
                        "/cart.feature",
                        "buys",
                        "buys"),
                shape(
                        "an example",
                        root -> {
                            Node examples = feature(root)
                                    .add("outline", "9", "adds <n>", resource(9))
                                    .add("examples", "12", "small", resource(12));
                            examples.add("example", "14", "Example #1.1: adds 1", resource(14));
                            examples.add("example", "15", "Example #1.2: adds 2", resource(15));
                        },
                        "shop/cart.feature",
                        "Cart › adds <n>",
                        "Cart › adds <n>[small][1]",
                        "Cart › adds <n>[small][2]"),
                shape(
                        "two features of one name",
                        root -> {
                            feature(root).add("scenario", "7", "sells", resource(7));
                            ClasspathResourceSource other = ClasspathResourceSource.from("shop/till.feature");
                            root.add("feature", "till", "Cart", other).add("scenario", "7", "sells", other);
                        },
                        "shop/till.feature",
                        "Cart › sells",
                        "Cart › sells",
                        "Cart › sells"),
                shape(
                        "a file",
                        root -> root.add("test", "17", "buys", file("features/cart.feature", 17)),
                        "features/cart.feature",
                        "buys",
                        "buys"),
                shape(
                        "a file on the class path",
                        root -> root.add("test", "17", "buys", onClassPath()),
                        "META-INF/services/org.junit.platform.launcher.TestExecutionListener",
                        "buys",
                        "buys"),
                shape(
                        "a file in a folder",
                        root -> root.add("folder", "features", "features", DirectorySource.from(new File("features")))
                                .add("file", "door", "Door", file("features/door.feature", 1))
                                .add("test", "17", "opens", file("features/door.feature", 17)),
                        "features/door.feature",
                        "Door › opens",
                        "Door › opens"),
                shape(
                        "the URI of a file",
                        root -> root.add("test", "17", "buys", uri(new File("features/bag.feature").toURI())),
                        "features/bag.feature",
                        "buys",
                        "buys"),
                shape(
                        "a URI",
                        root -> root.add("test", "17", "buys", uri(URI.create("https://shop.example/cart?line=17"))),
                        "https://shop.example/cart",
                        "buys",
                        "buys"),
                shape(
                        "a method that no class has",
                        root -> root.add("test", "17", "buys", method("buys (a cart)", "shop.Cart, int")),
                        CLASS,
                        "shop.CartTest.buys (a cart)",
                        "shop.CartTest.buys (a cart)"),
                shape(
                        "a template that no class has",
                        root -> root.add("test-template", "buys(int)", "buys", method("buys", "int"))
                                .add("test-template-invocation", "#2", "a new name", null),
                        CLASS,
                        "shop.CartTest.buys",
                        "shop.CartTest.buys[2]"),
                shape(
                        "a method without types",
                        root -> root.add("test", "17", "buys", method("buys", null)),
                        CLASS,
                        "shop.CartTest.buys",
                        "shop.CartTest.buys"),
                shape(
                        "the names of its containers in the name of the method",
                        root -> cart(root)
                                .add("test", "a cart", "Given: a cart", ClassSource.from(CLASS))
                                .add("test", "buys / sells", "It: buys / sells", method("a cart/buys / sells", null)),
                        CLASS,
                        "shop.CartTest.a cart/buys / sells",
                        "shop.CartTest.a cart/buys / sells"),
                shape(
                        "a class and no method",
                        root -> cart(root).add("box", "3", "a box", null).add("test", "17", "buys", null),
                        CLASS,
                        "shop.CartTest.a box › buys",
                        "shop.CartTest.a box › buys"),
                shape(
                        "a field, in a step that is no container",
                        root -> {
                            Node cart = cart(root);
                            cart.add(
                                            cart.getUniqueId()
                                                    .append("field", "rules")
                                                    .append("class", "shop.Rules"),
                                            "Rules",
                                            null)
                                    .add("field", "noSwing", "Rules > noSwing", null);
                        },
                        CLASS,
                        "shop.CartTest.noSwing",
                        "shop.CartTest.noSwing[rules][shop.Rules]"),
                shape(
                        "several sources",
                        root -> root.add(
                                "test",
                                "17",
                                "buys",
                                CompositeTestSource.from(
                                        List.of(file("src/CartTest.java", 17), method("picks", "int")))),
                        CLASS,
                        "shop.CartTest.picks",
                        "shop.CartTest.picks"),
                shape(
                        "several files",
                        root -> root.add(
                                "test",
                                "17",
                                "buys",
                                CompositeTestSource.from(List.of(file("a/one.feature", 1), file("a/two.feature", 2)))),
                        "a/one.feature",
                        "buys",
                        "buys"),
                shape(
                        "a package",
                        root -> root.add("package", "shop", "shop", PackageSource.from("shop"))
                                .add("test", "17", "buys", PackageSource.from("shop")),
                        "",
                        "shop › buys",
                        "shop › buys"),
                shape(
                        "a class without a package",
                        root -> root.add(
                                "test",
                                "17",
                                "buys",
                                org.junit.platform.engine.support.descriptor.MethodSource.from("CartTest", "buys")),
                        "CartTest",
                        "CartTest.buys",
                        "CartTest.buys"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void areThoseOfTheCodeOrTheFile(
            String shape, Consumer<Node> plan, String storage, String method, List<String> names) {
        List<TestId> ids = idsOf(ScriptedEngine.passing("odd-" + shape.replace(' ', '-'), plan));

        assertThat(ids).extracting(TestId::invocationName).containsExactlyElementsOf(names);
        assertThat(ids.get(ids.size() - 1))
                .extracting(TestId::className, TestId::qualifiedName)
                .containsExactly(storage, method);
    }

    @Test
    void areDistinctWhateverAnEngineCallsItsTests() {
        List<TestId> ids = idsOf(ScriptedEngine.passing("careless", root -> {
            root.add("test", "1", "one", method("keeps", ""));
            root.add("test", "2", "two", method("keeps", ""));
            Node cart = cart(root);
            cart.add("box", "a/b", "a/b", null).add("test", "c", "c", method("sells", ""));
            cart.add("box", "a", "a", null).add("box", "b", "b", null).add("test", "c", "c", method("sells", ""));
        }));

        assertThat(ids)
                .extracting(TestId::invocationName)
                .containsExactly(
                        "shop.CartTest.keeps",
                        "shop.CartTest.keeps[~2]",
                        "shop.CartTest.sells[a/b]",
                        "shop.CartTest.sells[a][b]");
        assertThat(ids).extracting(TestId::uuid).doesNotHaveDuplicates();
    }

    @Test
    void stayWhereATestRunsAgainAlone() {
        Consumer<Node> second = root -> root.add("test", "2", "two", method("returns", ""));
        idsOf(ScriptedEngine.passing("again", root -> {
            root.add("test", "1", "one", method("returns", ""));
            second.accept(root);
        }));

        assertThat(idsOf(ScriptedEngine.passing("again", second)))
                .extracting(TestId::invocationName)
                .containsExactly("shop.CartTest.returns[~2]");
    }

    /** A search through all siblings for each of them would take minutes. */
    @Test
    @Timeout(60)
    void areDistinctOfManyTestsThatAppearAtTheSameTime() {
        int threads = 4;
        int tests = 5000;
        List<TestId> ids = idsOf(new ScriptedEngine("crowded", root -> listener -> {
            listener.executionStarted(root);
            IntStream.range(0, threads)
                    .mapToObj(thread -> CompletableFuture.runAsync(
                            () -> appear(root, thread, tests, listener),
                            task -> new Thread(task, "engine-" + thread).start()))
                    .toList()
                    .forEach(CompletableFuture::join);
            listener.executionFinished(root, TestExecutionResult.successful());
        }));

        assertThat(ids)
                .hasSize(threads * tests)
                .extracting(TestId::invocationName)
                .doesNotHaveDuplicates()
                .contains("crowds", "crowds (" + threads * tests + ")");
    }

    private static void appear(Node root, int thread, int tests, EngineExecutionListener listener) {
        for (int i = 0; i < tests; i++) {
            Node test;
            synchronized (root) {
                test = root.add("test", thread + "-" + i, "crowds", null);
            }
            listener.dynamicTestRegistered(test);
            ScriptedEngine.pass(test, listener);
        }
    }

    private static List<TestId> idsOf(ScriptedEngine engine) {
        return Launch.of().in(engine).run().recorder().ids();
    }

    /** @param names with the index of the invocation, of all tests of the plan; the last is that of the other three */
    private static Arguments shape(String shape, Consumer<Node> plan, String storage, String method, String... names) {
        return arguments(shape, plan, storage, method, List.of(names));
    }

    private static Node feature(Node root) {
        return root.add("feature", "classpath:shop/cart.feature", "Cart", resource(1));
    }

    private static Node cart(Node root) {
        return root.add("class", CLASS, "CartTest", ClassSource.from(CLASS));
    }

    private static TestSource resource(int line) {
        return ClasspathResourceSource.from("shop/cart.feature", FilePosition.from(line));
    }

    private static TestSource file(String path, int line) {
        return FileSource.from(new File(path).getAbsoluteFile(), FilePosition.from(line));
    }

    private static TestSource onClassPath() {
        String name = "META-INF/services/org.junit.platform.launcher.TestExecutionListener";
        try (Stream<String> roots =
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))) {
            return FileSource.from(roots.map(root -> Path.of(root, name).toFile())
                    .filter(File::isFile)
                    .findFirst()
                    .orElseThrow());
        }
    }

    /** A URI that the Platform makes no file of. */
    private static TestSource uri(URI uri) {
        return (UriSource) () -> uri;
    }

    private static TestSource method(String name, @Nullable String types) {
        return org.junit.platform.engine.support.descriptor.MethodSource.from(CLASS, name, types);
    }
}
