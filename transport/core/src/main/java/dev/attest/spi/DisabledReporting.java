package dev.attest.spi;

import dev.attest.AttachmentType;
import dev.attest.Target;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Records nothing, finds no links and takes no screenshots. Used while no destination is configured. */
enum DisabledReporting implements TestRecorder, TestLinks, Screenshots {
    INSTANCE;

    @Override
    public TestLinks links() {
        return this;
    }

    @Override
    public void planned(List<TestDescription> tests) {}

    @Override
    public void preparing(String key) {}

    @Override
    public void abandoned(String key) {}

    @Override
    public void started(String key, TestDescription test, TestCode code) {}

    @Override
    public void stopped(String key, Outcome outcome, @Nullable Failure failure) {}

    @Override
    public void detached(String key, Outcome outcome, @Nullable Failure failure) {}

    @Override
    public void finished(String key, Outcome outcome, @Nullable Failure failure) {}

    @Override
    public void retried(String key, Failure failure) {}

    @Override
    public void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {}

    @Override
    public @Nullable String current() {
        return null;
    }

    @Override
    public @Nullable String innermost() {
        return null;
    }

    @Override
    public void addLookup(CallbackLookup lookup) {}

    @Override
    public void removeLookup(CallbackLookup lookup) {}

    @Override
    public void abandonUpcoming() {}

    @Override
    public boolean isRunning(String container) {
        return false;
    }

    @Override
    public @Nullable String upcoming() {
        return null;
    }

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

    @Override
    public void comment(String key, String line) {}

    @Override
    public void output(String key, String text) {}

    @Override
    public void attach(String key, String fileName, String content, @Nullable AttachmentType type) {}

    @Override
    public void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type) {}

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {}

    @Override
    public void attachTo(Target target, @Nullable String key, Path file, String comment) {}

    @Override
    public void configuration(String fileName, String content) {}

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {}

    @Override
    public TestDescription test(TestDescription test, TestCode code, DisplayNames titles) {
        return test;
    }

    @Override
    public TestDescription fixture(TestDescription fixture, TestCode code) {
        return fixture;
    }

    @Override
    public void failed(String key, TestContext test) {}

    @Override
    public void ended(String key, TestContext test) {}

    @Override
    public void watch(Object driver) {}
}
