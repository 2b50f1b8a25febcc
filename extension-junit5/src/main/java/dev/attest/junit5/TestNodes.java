package dev.attest.junit5;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * The tests and containers of a plan. Containers are kept: what they have in common is found once for all their tests.
 * Thread-safe.
 */
final class TestNodes {

    private final TestPlan plan;

    /** By unique id. */
    private final Map<String, TestNode> containers = new ConcurrentHashMap<>();

    TestNodes(TestPlan plan) {
        this.plan = plan;
    }

    TestNode of(TestIdentifier identifier) {
        TestNode known = containers.get(identifier.getUniqueId());
        return known == null ? new TestNode(parentOf(identifier), identifier, plan) : known;
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
        Optional<TestIdentifier> parent = plan.getParent(identifier);
        return parent.isPresent() ? container(parent.get()) : null;
    }

    private TestNode container(TestIdentifier identifier) {
        TestNode known = containers.get(identifier.getUniqueId());
        if (known == null) {
            known = new TestNode(parentOf(identifier), identifier, plan);
            containers.put(identifier.getUniqueId(), known);
        }
        return known;
    }
}
