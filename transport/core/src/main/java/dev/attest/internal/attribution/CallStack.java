package dev.attest.internal.attribution;

import java.util.Iterator;
import java.util.List;
import java.util.Set;

/** What the calling thread is at, as far as its stack tells. Costs some microseconds. */
final class CallStack {

    /** Who called, in the end. */
    enum Caller {
        /** A test framework, which makes an instance of a test class. */
        CONSTRUCTION,
        /** A test framework, which runs what surrounds tests. */
        FRAMEWORK,
        /** A test framework, on a thread that it started for a test, such as one with a timeout. */
        DELEGATE,
        /** A pool: the thread serves one task after the other, whoever they come from. */
        POOL,
        /** A thread that was started for this. */
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

    /** What runs tests and all that surrounds them. */
    private static final List<String> RUNNERS = List.of(
            "org.junit.platform.engine.support.hierarchical.",
            "org.junit.platform.launcher.",
            "org.testng.internal.invokers.TestMethodWorker",
            "org.testng.internal.TestMethodWorker",
            "org.testng.TestRunner",
            "org.testng.SuiteRunner");

    private static final List<String> POOLS =
            List.of("ThreadPool", "ForkJoinPool", "EventExecutor", "EventLoop", "java.util.TimerThread");

    /** Where a thread runs a task of its own program right away, or that it waits for and that nobody has begun. */
    private static final Set<String> OWN_TASK = Set.of("invoke", "awaitDone", "helpComplete");

    private CallStack() {}

    /** Returns who called the calling thread. */
    static Caller caller() {
        return STACK.walk(frames -> caller(frames.iterator()));
    }

    /**
     * Returns how many tasks are on the stack that a worker of a fork-join pool took up to help others, or because it
     * had nothing else to do.
     */
    static int tasksOfOthers() {
        return STACK.walk(frames -> tasksOfOthers(frames.iterator(), false));
    }

    /** Returns the same, of what stands above the test framework: quick where no such task is under way. */
    static int tasksOfOthersInTest() {
        return STACK.walk(frames -> tasksOfOthers(frames.iterator(), true));
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
            } else if (!framework && (isTask(frame) || POOLS.stream().anyMatch(type::contains))) {
                return Caller.POOL;
            }
            if (framework && RUNNERS.stream().anyMatch(type::startsWith)) {
                return Caller.FRAMEWORK;
            }
        }
        return framework ? Caller.DELEGATE : Caller.THREAD;
    }

    private static int tasksOfOthers(Iterator<StackWalker.StackFrame> frames, boolean inTest) {
        int tasks = 0;
        while (frames.hasNext()) {
            StackWalker.StackFrame frame = frames.next();
            if (inTest && isFramework(frame.getClassName())) {
                return tasks;
            }
            if (isTask(frame)
                    && frames.hasNext()
                    && !OWN_TASK.contains(frames.next().getMethodName())) {
                tasks++;
            }
        }
        return tasks;
    }

    private static boolean isFramework(String type) {
        return type.startsWith("org.") && FRAMEWORKS.stream().anyMatch(type::startsWith);
    }

    /** The pool of {@code assertTimeoutPreemptively} has one task. */
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
