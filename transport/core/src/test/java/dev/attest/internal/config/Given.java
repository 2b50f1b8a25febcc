package dev.attest.internal.config;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Sources as a test wants them, and nothing of the process the test runs in. */
final class Given {

    private final Path folder;
    private final Map<String, String> properties = new HashMap<>();
    private final Map<String, String> environment = new HashMap<>();
    private final Map<String, String> parameters = new HashMap<>();
    private final List<URL> files = new ArrayList<>();

    Given(Path folder) {
        this.folder = folder;
        properties.put("user.name", "contoso\\ann");
        properties.put("java.io.tmpdir", folder.resolve("tmp").toString());
    }

    Given property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    Given environment(String name, String value) {
        environment.put(name, value);
        return this;
    }

    Given parameter(String name, String value) {
        parameters.put(name, value);
        return this;
    }

    Given file(String name, String text) {
        try {
            files.add(Files.writeString(folder.resolve(name), text).toUri().toURL());
            return this;
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that Azure DevOps takes, from the environment. */
    Given azure() {
        return environment("ATTEST_AZURE_URL", "https://dev.azure.com/contoso")
                .environment("ATTEST_AZURE_PROJECT", "shop")
                .environment("ATTEST_AZURE_TOKEN", "s3cret");
    }

    /** A job of Azure Pipelines whose YAML maps nothing. */
    Given pipeline() {
        return environment("TF_BUILD", "True")
                .environment("SYSTEM_COLLECTIONURI", "https://dev.azure.com/contoso/")
                .environment("SYSTEM_TEAMPROJECT", "shop")
                .environment("BUILD_BUILDID", "42")
                .environment("SYSTEM_STAGENAME", "Test")
                .environment("SYSTEM_STAGEATTEMPT", "1")
                .environment("SYSTEM_PHASENAME", "Linux")
                .environment("SYSTEM_PHASEATTEMPT", "2")
                .environment("SYSTEM_JOBNAME", "__default")
                .environment("SYSTEM_JOBATTEMPT", "3");
    }

    Settings read() {
        return Settings.read(new Sources(properties, environment, parameters, files, folder, List::of));
    }
}
