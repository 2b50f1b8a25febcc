package dev.attest.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** What the service has of what tests printed. */
public final class Printed {

    public static final String OUT = "Standard_Console_Output.log";
    public static final String ERR = "Standard_Console_Error.log";

    private final ServiceView view;

    public Printed(Service service) {
        this.view = service.view();
    }

    /** Returns the log of a result; empty where it has none. */
    public String of(ServiceView.Result result, String fileName) throws IOException {
        Optional<ServiceView.Attachment> log = find(view.attachments(1, result.id()), fileName);
        return log.isEmpty() ? "" : text(view.bytes(1, result.id(), log.get().id()));
    }

    /** Returns the log of the run; empty where it has none. */
    public String ofRun(String fileName) throws IOException {
        Optional<ServiceView.Attachment> log = find(view.attachments(1), fileName);
        return log.isEmpty() ? "" : text(view.bytes(1, log.get().id()));
    }

    private static Optional<ServiceView.Attachment> find(List<ServiceView.Attachment> files, String name) {
        List<ServiceView.Attachment> named =
                files.stream().filter(file -> file.fileName().equals(name)).toList();
        if (named.size() > 1 || named.stream().anyMatch(file -> !file.type().equalsIgnoreCase("ConsoleLog"))) {
            throw new AssertionError("not one console log: " + named);
        }
        return named.stream().findFirst();
    }

    private static String text(InputStream bytes) throws IOException {
        try (bytes) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
