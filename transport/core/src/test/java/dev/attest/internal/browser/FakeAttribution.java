package dev.attest.internal.browser;

import dev.attest.spi.CallbackLookup;
import dev.attest.spi.TestAttribution;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Attributes each thread to the test that a supplier names there. */
record FakeAttribution(Supplier<@Nullable String> test) implements TestAttribution {

    @Override
    public @Nullable String current() {
        return test.get();
    }

    @Override
    public @Nullable String innermost() {
        return current();
    }

    @Override
    public void addLookup(CallbackLookup lookup) {}

    @Override
    public void removeLookup(CallbackLookup lookup) {}

    @Override
    public boolean isRunning(String container) {
        return false;
    }

    @Override
    public @Nullable String upcoming() {
        return null;
    }

    @Override
    public void abandonUpcoming() {}

    @Override
    public void apart(Runnable event) {
        event.run();
    }

    @Override
    public Thread thread() {
        return Thread.currentThread();
    }

    @Override
    public boolean isSerial() {
        return true;
    }
}
