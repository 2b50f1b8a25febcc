package dev.attest.internal.browser.selenide;

import com.codeborne.selenide.impl.AttachmentHandler;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.guard.GuardedLogger;
import dev.attest.internal.guard.OwnOutput;
import java.io.File;
import java.lang.reflect.Constructor;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/**
 * Attaches files that Selenide saves, such as screenshots and page sources, to the running test. Selenide uses only one
 * handler, so this one passes each file to the next one. Thread-safe.
 */
public final class SelenideAttachmentHandler implements AttachmentHandler {

    private static final GuardedLogger LOG = GuardedLogger.of(SelenideAttachmentHandler.class);

    private final AttachmentHandler next;

    /** Called by ServiceLoader. What it throws would break Selenide, and with it each test. */
    public SelenideAttachmentHandler() {
        next = handlerOfUser();
    }

    @Override
    public void attach(File file) {
        if (isAttached(file)) {
            // The next handler prints a line that would attach the file once more.
            OwnOutput.say(() -> next.attach(file));
        } else {
            next.attach(file);
        }
    }

    private static boolean isAttached(File file) {
        try {
            return BrowserScreenshots.attachSaved(file.toPath());
        } catch (Throwable e) {
            return false; // Selenide would fail the test for it
        }
    }

    private static AttachmentHandler handlerOfUser() {
        try {
            return ServiceLoader.load(AttachmentHandler.class).stream()
                    .filter(provider -> provider.type() != SelenideAttachmentHandler.class)
                    .findFirst()
                    .map(ServiceLoader.Provider::get)
                    .orElseGet(SelenideAttachmentHandler::printer);
        } catch (ServiceConfigurationError | LinkageError | RuntimeException e) {
            LOG.log(System.Logger.Level.WARNING, "A handler for attachments of Selenide cannot be used.", e);
            return printer();
        }
    }

    /** Returns the handler that Selenide uses if there is no other. Selenide 7.10 does not give access to its class. */
    private static AttachmentHandler printer() {
        try {
            Constructor<?> constructor = Class.forName(
                            "com.codeborne.selenide.impl.AttachmentPrinter",
                            true,
                            AttachmentHandler.class.getClassLoader())
                    .getDeclaredConstructor();
            constructor.setAccessible(true);
            return (AttachmentHandler) constructor.newInstance();
        } catch (ReflectiveOperationException | RuntimeException | LinkageError e) {
            LOG.log(System.Logger.Level.DEBUG, "Selenide prints no files: its class for this has changed.", e);
            return file -> {};
        }
    }
}
