package dev.attest.junit5;

import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;

/** An engine whose plan and events are written down in a test. */
final class ScriptedEngine implements TestEngine {

    private final String id;
    private final Function<Node, Consumer<EngineExecutionListener>> plan;
    private Consumer<EngineExecutionListener> events = listener -> {};

    /**
     * Makes an engine.
     *
     * @param plan fills in the root, and returns the events of its execution
     */
    ScriptedEngine(String id, Function<Node, Consumer<EngineExecutionListener>> plan) {
        this.id = id;
        this.plan = plan;
    }

    /** Makes an engine all of whose tests pass. */
    static ScriptedEngine passing(String id, Consumer<Node> plan) {
        return new ScriptedEngine(id, root -> {
            plan.accept(root);
            return listener -> pass(root, listener);
        });
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        Node root = new Node(uniqueId, "Engine " + id, null);
        root.container();
        events = plan.apply(root);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        events.accept(request.getEngineExecutionListener());
    }

    static void pass(TestDescriptor test, EngineExecutionListener listener) {
        listener.executionStarted(test);
        test.getChildren().forEach(child -> pass(child, listener));
        listener.executionFinished(test, TestExecutionResult.successful());
    }

    /** A test, or a container if it has children. */
    static final class Node extends AbstractTestDescriptor {

        private boolean container;
        private boolean both;
        private Set<TestTag> tags = Set.of();

        private Node(UniqueId id, String displayName, @Nullable TestSource source) {
            super(id, displayName, source);
        }

        Node add(String type, String value, String displayName, @Nullable TestSource source) {
            return add(getUniqueId().append(type, value), displayName, source);
        }

        Node add(UniqueId id, String displayName, @Nullable TestSource source) {
            Node child = new Node(id, displayName, source);
            addChild(child);
            return child;
        }

        /** Makes it a container that has no tests yet. */
        void container() {
            container = true;
        }

        /** Makes it a test that may have tests. */
        Node both() {
            both = true;
            return this;
        }

        Node tagged(String... names) {
            tags = Stream.of(names).map(TestTag::create).collect(Collectors.toSet());
            return this;
        }

        @Override
        public Set<TestTag> getTags() {
            return tags;
        }

        /** Makes it a child that nobody knew of before. */
        Node appear(String type, String value, String displayName, EngineExecutionListener listener) {
            Node child = add(type, value, displayName, getSource().orElse(null));
            listener.dynamicTestRegistered(child);
            return child;
        }

        @Override
        public Type getType() {
            if (both) {
                return Type.CONTAINER_AND_TEST;
            }
            return container || !getChildren().isEmpty() ? Type.CONTAINER : Type.TEST;
        }

        @Override
        public boolean mayRegisterTests() {
            return container || both;
        }
    }
}
