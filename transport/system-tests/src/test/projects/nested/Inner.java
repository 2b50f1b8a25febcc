package shop;

import dev.attest.Attest;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.testng.TestNG;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** Starts tests of their own, in every way that a test of an extension does. */
final class Inner {

    private static final ExecutorService POOL = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        return thread;
    });

    private Inner() {}

    static void startAll() {
        launch("false");
        launch("true");
        EngineTestKit.engine("junit-jupiter")
                .selectors(selectClass(Jupiter.class), selectClass(Broken.class))
                .configurationParameter("junit.jupiter.extensions.autodetection.enabled", "true")
                .execute();
        TestNG testng = new TestNG();
        testng.setTestClasses(new Class<?>[] {Ng.class});
        testng.setUseDefaultListeners(false);
        testng.setVerbose(0);
        testng.run();
    }

    static void startAllOnThreads() {
        try {
            Thread thread = new Thread(Inner::startAll);
            thread.start();
            thread.join();
            POOL.submit(Inner::startAll).get();
            CompletableFuture.runAsync(Inner::startAll).get();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private static void launch(String parallel) {
        try (LauncherSession session = LauncherFactory.openSession()) {
            session.getLauncher()
                    .execute(LauncherDiscoveryRequestBuilder.request()
                            .selectors(selectClass(Jupiter.class), selectClass(Broken.class), selectClass(Ng.class))
                            .configurationParameter("junit.jupiter.execution.parallel.enabled", parallel)
                            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
                            .build());
        }
    }

    static class Jupiter {
        @Test
        void passes() {
            Attest.comment("from within");
        }

        @Test
        void fails() {
            throw new IllegalStateException("within");
        }

        @Disabled("within")
        @Test
        void disabled() {}
    }

    static class Broken {
        @BeforeAll
        static void prepare() {
            throw new IllegalStateException("within");
        }

        @Test
        void never() {}
    }

    public static class Ng {
        @org.testng.annotations.Test
        public void passes() {
            Attest.comment("from within");
        }

        @org.testng.annotations.Test
        public void fails() {
            throw new IllegalStateException("within");
        }
    }
}
