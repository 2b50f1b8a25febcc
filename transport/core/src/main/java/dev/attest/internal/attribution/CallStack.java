package dev.attest.internal.attribution;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** Classifies the calling thread by its stack. A call takes some microseconds. */
final class CallStack {

    enum Caller {
        /** A test framework that creates the instance of a test class. */
        CONSTRUCTION,
        /** A test framework that runs fixtures. */
        FRAMEWORK,
        /** A test framework, on a thread that it started for one test, as for a timeout. */
        DELEGATE,
        /** A pool thread, which runs the tasks of any caller in turn. */
        POOL,
        /** A thread that was started for this work alone. */
        THREAD
    }

    private static final StackWalker STACK = StackWalker.getInstance();

    private static final List<String> FRAMEWORKS = List.of(
            "org.junit.jupiter.engine.",
            "org.junit.platform.engine.",
            "org.junit.platform.launcher.",
            "org.junit.runners.",
            "org.testng.internal.",
            "org.testng.TestRunner",
            "org.testng.SuiteRunner");

    /** Classes that run tests and their fixtures. */
    private static final List<String> RUNNERS = List.of(
            "org.junit.platform.engine.support.hierarchical.",
            "org.junit.platform.launcher.",
            "org.testng.internal.invokers.TestMethodWorker",
            "org.testng.internal.TestMethodWorker",
            "org.testng.TestRunner",
            "org.testng.SuiteRunner");

    private static final List<String> POOLS =
            List.of("ThreadPool", "ForkJoinPool", "EventExecutor", "EventLoop", "java.util.TimerThread");

    /** Methods in which a worker runs its own task, not a stolen one. */
    private static final Set<String> OWN_TASK_METHODS = Set.of("invoke", "awaitDone", "helpComplete");

    private CallStack() {}

    static Caller caller() {
        return STACK.walk(frames -> caller(frames.iterator()));
    }

    /** Counts the stolen tasks on the stack: a fork-join worker took them while it waited or was idle. */
    static int stolenTasks() {
        return STACK.walk(frames -> stolenTasks(frames.iterator(), false));
    }

    /** Counts only the frames above the test framework. Fast if there is no stolen task. */
    static int stolenTasksInTest() {
        return STACK.walk(frames -> stolenTasks(frames.iterator(), true));
    }

    private static Caller caller(Iterator<StackWalker.StackFrame> frames) {
        boolean framework = false;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            String type = frame.getClassName();
            if (isFramework(type)) {
                framework = true;
                if (type.startsWith("org.junit.jupiter.engine.")
                        && frame.getMethodName().contains("nstantiate")) {
                    return Caller.CONSTRUCTION;
                }
            } else if (isPreemptive(frame)) {
                return Caller.DELEGATE;
            } else if (!framework && (isTask(frame) || isPool(type))) {
                return Caller.POOL;
            }
            if (framework && startsWithAny(type, RUNNERS)) {
                return Caller.FRAMEWORK;
            }
        }
        return framework ? Caller.DELEGATE : Caller.THREAD;
    }

    private static int stolenTasks(Iterator<StackWalker.StackFrame> frames, boolean inTest) {
        int tasks = 0;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            if (inTest && isFramework(frame.getClassName())) {
                return tasks;
            }
            if (isTask(frame)
                    && frames.hasNext()
                    && !OWN_TASK_METHODS.contains(frames.next().getMethodName())) {
                tasks++;
            }
        }
        return tasks;
    }

    private static boolean isFramework(String type) {
        return type.startsWith("org.") && startsWithAny(type, FRAMEWORKS);
    }

    private static boolean startsWithAny(String type, List<String> prefixes) {
        for (String prefix : prefixes) {
            if (type.startsWith(prefix)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPool(String type) {
        for (String part : POOLS) {
            if (type.contains(part)) {
                return true;
            }
        }
        return false;
    }

    /** {@code assertTimeoutPreemptively} uses a pool with a single task. */
    private static boolean isPreemptive(StackWalker.StackFrame frame) {
        String type = frame.getClassName();
        return type.startsWith("org.junit.jupiter.api.")
                && (type.contains("Preemptively") || frame.getMethodName().contains("Preemptively"));
    }

    private static boolean isTask(StackWalker.StackFrame frame) {
        return frame.getMethodName().equals("doExec")
                && frame.getClassName().equals("java.util.concurrent.ForkJoinTask");
    }
}
