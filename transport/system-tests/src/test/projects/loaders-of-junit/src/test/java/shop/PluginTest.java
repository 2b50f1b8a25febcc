package shop;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.fail;

class PluginTest {

    @Test
    void fails() throws Exception {
        Runnable plugin = (Runnable) OwnLoader.copyOf(Evidence.class);
        plugin.run();
        fail("on purpose");
    }

    /** In a class loader, a thread and a thread group of its own. */
    @Test
    void passesOnAThread() throws Exception {
        Runnable plugin = (Runnable) OwnLoader.copyOf(Evidence.class);
        Thread thread = new Thread(new ThreadGroup("plugins"), plugin);
        thread.start();
        thread.join();
    }
}
