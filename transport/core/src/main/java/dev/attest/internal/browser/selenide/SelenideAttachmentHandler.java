package dev.attest.internal.browser.selenide;

import com.codeborne.selenide.impl.AttachmentHandler;
import com.codeborne.selenide.impl.AttachmentPrinter;
import dev.attest.internal.browser.BrowserScreenshots;
import dev.attest.internal.guard.OwnOutput;
import java.io.File;
import java.util.ServiceLoader;

/**
 * Attaches what Selenide saves, such as its pictures and page sources, to the test that runs. Found by Selenide through
 * ServiceLoader. Selenide takes one such handler only: this one passes everything on to the one that would be asked
 * without it. Thread-safe.
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
        if (BrowserScreenshots.installed()
                .filter(screenshots -> screenshots.saved(file.toPath()))
                .isPresent()) {
            // It prints a line that would attach the file once more.
            OwnOutput.say(() -> next.attach(file));
        } else {
            next.attach(file);
        }
    }
}
