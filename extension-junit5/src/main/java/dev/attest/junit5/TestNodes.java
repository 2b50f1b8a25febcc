package dev.attest.junit5;

import dev.attest.spi.TestLinks;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests and containers of a plan. Containers are kept: what they have in common is found once for all their tests.
 * Thread-safe.
 */
final class TestNodes {

    private final TestPlan plan;

    private final Map<UniqueId, TestNode> containers = new ConcurrentHashMap<>();

    /** The container whose tests run: most have the same one as the test before. */
    private volatile @Nullable TestNode last;

    TestNodes(TestPlan plan) {
        this.plan = plan;
    }

    TestNode of(TestIdentifier identifier) {
        TestNode known = containers.get(identifier.getUniqueIdObject());
        return known == null ? new TestNode(parentOf(identifier), identifier, plan) : known;
    }

    /** Describes a test, or a container that is reported because it has no tests. */
    DescribedTest describe(TestIdentifier identifier, TestLinks links) {
        TestNode parent = parentOf(identifier);
        Invocations siblings = parent == null ? null : parent.invocations();
        DescribedTest invocation = siblings == null ? null : siblings.describe(identifier, links);
        return invocation == null ? of(identifier).described(links) : invocation;
    }

    /** Returns the ids of the engines on the way to a test or container. */
    List<String> enginesOf(TestIdentifier identifier) {
        TestNode parent = parentOf(identifier);
        return parent == null || TestNode.isEngine(identifier) ? TestNode.engines(identifier) : parent.engines();
    }

    /** Returns the steps to a test or container, its own last. */
    static List<TestIdentifier> fromEngineDown(TestIdentifier identifier, TestPlan plan) {
        Deque<TestIdentifier> steps = new ArrayDeque<>();
        for (TestIdentifier each = identifier;
                each != null;
                each = plan.getParent(each).orElse(null)) {
            steps.push(each);
        }
        return new ArrayList<>(steps);
    }

    private @Nullable TestNode parentOf(TestIdentifier identifier) {
        UniqueId id = identifier.getParentIdObject().orElse(null);
        TestNode known = last;
        if (id == null || (known != null && known.isOf(id))) {
            return id == null ? null : known;
        }
        Optional<TestIdentifier> parent = plan.getParent(identifier);
        known = parent.isPresent() ? container(parent.get()) : null;
        last = known;
        return known;
    }

    private TestNode container(TestIdentifier identifier) {
        TestNode known = containers.get(identifier.getUniqueIdObject());
        if (known == null) {
            known = new TestNode(parentOf(identifier), identifier, plan);
            containers.put(identifier.getUniqueIdObject(), known);
        }
        return known;
    }
}
