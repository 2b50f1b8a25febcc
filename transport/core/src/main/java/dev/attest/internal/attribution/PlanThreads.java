package dev.attest.internal.attribution;

import dev.attest.spi.PlanNesting;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ForkJoinWorkerThread;
import org.jspecify.annotations.Nullable;

/**
 * Tracks which plan a thread works for. A thread that is created while a plan runs belongs to that plan: engines and
 * tests create such threads, and nobody else does. If the plan has ended, as with a pool that the tests of several
 * plans share, the thread belongs to whichever plan runs.
 */
public final class PlanThreads implements PlanNesting {

    private static final class Scope {

        private final @Nullable Scope outer;
        private final boolean reported;
        private final Thread thread = Thread.currentThread();
        private final long launches = launches(thread);
        private final int stolenTasks = stolenTasks(thread);

        Scope(@Nullable Scope outer, boolean reported) {
            this.outer = outer;
            this.reported = reported;
        }

        /** Returns whether the plan still runs: TestNG does not report the end of an execution that throws. */
        boolean isRunning() {
            return launches(thread) >= launches;
        }

        /** Returns whether the calling thread waits for the plan, and runs a task that it has stolen from another. */
        boolean isLeft() {
            return thread == Thread.currentThread() && stolenTasks(thread) > stolenTasks;
        }

        /** Returns whether the plan still runs while its thread starts another. */
        boolean isRunningBelowAnother() {
            long now = launches(thread);
            return launches == 0 || (thread == Thread.currentThread() ? now > launches : now >= launches);
        }
    }

    @SuppressWarnings("ThreadLocalUsage") // one for each reporting session, so that none sees another's plans
    private final InheritableThreadLocal<@Nullable Scope> scopes = new InheritableThreadLocal<>();

    private final Set<Scope> open = ConcurrentHashMap.newKeySet();

    @Override
    public boolean enter(Kind kind) {
        forgetEnded();
        Scope last = scopes.get();
        Scope outer = innermost(last);
        boolean nested = outer == null
                ? last != null && last.thread != Thread.currentThread() && !open.isEmpty()
                : kind != Kind.PART || !outer.reported;
        Scope scope = new Scope(last, !nested && kind != Kind.DRY_RUN);
        scopes.set(scope);
        open.add(scope);
        return scope.reported;
    }

    @Override
    public void leave() {
        Thread thread = Thread.currentThread();
        Scope scope = scopes.get();
        while (scope != null && scope.thread == thread && !scope.isRunning()) {
            open.remove(scope);
            scope = scope.outer;
        }
        if (scope != null && scope.thread == thread) {
            open.remove(scope);
            scope = scope.outer;
        }
        scopes.set(scope);
    }

    @Override
    public boolean isNested() {
        Scope scope = innermost(scopes.get());
        while (scope != null && !scope.reported && !scope.isRunning()) {
            open.remove(scope);
            scope = innermost(scope.outer);
        }
        return scope != null && !scope.reported && !scope.isLeft();
    }

    private void forgetEnded() {
        for (Iterator<Scope> each = open.iterator(); each.hasNext(); ) {
            if (!each.next().isRunningBelowAnother()) {
                each.remove();
            }
        }
    }

    private @Nullable Scope innermost(@Nullable Scope last) {
        Scope scope = last;
        while (scope != null && !open.contains(scope)) {
            scope = scope.outer;
        }
        return scope;
    }

    private static int stolenTasks(Thread current) {
        return current instanceof ForkJoinWorkerThread ? CallStack.stolenTasks() : 0;
    }

    /** Counts the calls on the stack that run a plan. */
    private static long launches(Thread thread) {
        long launches = 0;
        for (StackTraceElement frame : thread.getStackTrace()) {
            if (isLaunch(frame)) {
                launches++;
            }
        }
        return launches;
    }

    private static boolean isLaunch(StackTraceElement frame) {
        return switch (frame.getClassName()) {
            case "org.testng.TestNG" -> frame.getMethodName().equals("run");
            case "org.junit.platform.launcher.core.DefaultLauncher" ->
                frame.getMethodName().equals("execute");
            default -> false;
        };
    }
}
