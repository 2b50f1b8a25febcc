package dev.attest.internal.browser.selenide;

import com.codeborne.selenide.impl.AttachmentHandler;
import com.codeborne.selenide.impl.AttachmentPrinter;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.guard.OwnOutput;
import java.io.File;
import java.util.ServiceLoader;

/**
 * Attaches files that Selenide saves, such as screenshots and page sources, to the running test. Selenide uses only one
 * handler, so this one passes each file to the next one. Thread-safe.
 */
public final class SelenideAttachmentHandler implements AttachmentHandler {

    private final AttachmentHandler next;

    /** Called by ServiceLoader. */
    public SelenideAttachmentHandler() {
        next = ServiceLoader.load(AttachmentHandler.class).stream()
                .filter(provider -> provider.type() != SelenideAttachmentHandler.class)
                .findFirst()
                .map(ServiceLoader.Provider::get)
                .orElseGet(AttachmentPrinter::new);
    }

    @Override
    public void attach(File file) {
        if (BrowserScreenshots.attachSaved(file.toPath())) {
            // The next handler prints a line that would attach the file once more.
            OwnOutput.say(() -> next.attach(file));
        } else {
            next.attach(file);
        }
    }
}
