package dev.attest.junit5;

import dev.attest.junit5.ScriptedEngine.Node;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestExecutionResult;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests that may have tests, such as the features of Spock. */
class MaybeContainersTest {

    @Test
    void haveNoResultBesideThoseOfTheirTests() {
        String ledger = run("with-rows", (feature, listener) -> {
            pass(feature.appear("row", "0", "first", listener), listener);
            pass(feature.appear("row", "1", "second", listener), listener);
            listener.executionFinished(feature, TestExecutionResult.successful());
        });

        assertThat(ledger).isEqualTo("""
                preparing
                abandoned preparation
                started adds › first
                finished adds › first: PASSED
                started adds › second
                finished adds › second: PASSED
                """);
    }

    @Test
    void haveAResultWithoutTests() {
        String ledger = run(
                "without-rows",
                (feature, listener) -> listener.executionFinished(feature, TestExecutionResult.successful()));

        assertThat(ledger).isEqualTo("""
                preparing
                started as prepared adds
                finished adds: PASSED
                """);
    }

    @Test
    void haveAResultIfTheyFailThemselves() {
        String ledger = run("failing-late", (feature, listener) -> {
            pass(feature.appear("row", "0", "first", listener), listener);
            listener.executionFinished(feature, TestExecutionResult.failed(new IllegalStateException("no more rows")));
        });

        assertThat(ledger).endsWith("""
                finished adds › first: PASSED
                concluded adds: FAILED, no more rows (with trace)
                """);
    }

    @Test
    void areAbortedIfThePlanEndsBefore() {
        String ledger = run("endless", (feature, listener) -> {});

        assertThat(ledger).endsWith("""
                started as prepared adds
                finished adds: ABORTED, The plan of tests ended before this test did.
                """);
    }

    private static String run(String engine, BiConsumer<Node, EngineExecutionListener> events) {
        ScriptedEngine scripted = new ScriptedEngine(engine, root -> {
            Node feature = root.add("feature", "adds", "adds", null).both();
            return listener -> {
                listener.executionStarted(root);
                listener.executionStarted(feature);
                events.accept(feature, listener);
                listener.executionFinished(root, TestExecutionResult.successful());
            };
        });
        return Launch.of().in(scripted).run().testLedger().replaceAll(" <.*>", "");
    }

    private static void pass(Node test, EngineExecutionListener listener) {
        ScriptedEngine.pass(test, listener);
    }
}
