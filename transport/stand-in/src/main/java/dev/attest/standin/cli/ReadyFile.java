package dev.attest.standin.cli;

import dev.attest.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;

/** The file that tells a waiting process where the stand-in is. It is written atomically. */
final class ReadyFile {

    private ReadyFile() {}

    static void write(Path file, StandIn server) throws IOException {
        var properties = new Properties();
        properties.setProperty("url", server.url().toString());
        properties.setProperty("page", server.page().toString());
        properties.setProperty("project", server.project());
        properties.setProperty("token", server.token());
        properties.setProperty("qacomplete.url", server.qaCompleteUrl().toString());
        properties.setProperty("qacomplete.user", server.qaComplete().user());
        properties.setProperty("qacomplete.password", server.qaComplete().password());
        properties.setProperty("port", String.valueOf(server.port()));
        properties.setProperty("data", server.data().toString());
        properties.setProperty("pid", String.valueOf(ProcessHandle.current().pid()));
        var target = file.toAbsolutePath();
        var draft = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + ".tmp");
        try (var out = Files.newBufferedWriter(draft)) {
            properties.store(out, "Attest stand-in");
        }
        Files.move(draft, target, StandardCopyOption.ATOMIC_MOVE);
    }
}
