package dev.attest.internal.config;

import dev.attest.internal.guard.GuardedLogger;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * All sources of settings. Its {@code toString} shows no value.
 *
 * @param systemProperties the strongest source; also the source of {@code java.io.tmpdir} and {@code user.name}
 * @param environment variables of the process, including those of Azure Pipelines
 * @param frameworkParameters from junit-platform.properties or the TestNG suite
 * @param propertiesFiles every attest.properties on the class path; only the first one is read
 * @param workingDirectory where relative paths start
 * @param ancestry this process, its parent and so on; used only if results are recorded
 */
public record Sources(
        Map<String, String> systemProperties,
        Map<String, String> environment,
        Map<String, String> frameworkParameters,
        List<URL> propertiesFiles,
        Path workingDirectory,
        Supplier<List<Ancestor>> ancestry) {

    static final String FILE_NAME = "attest.properties";

    private static final GuardedLogger LOG = GuardedLogger.of(Sources.class);

    public Sources {
        systemProperties = Map.copyOf(systemProperties);
        environment = Map.copyOf(environment);
        frameworkParameters = Map.copyOf(frameworkParameters);
        propertiesFiles = List.copyOf(propertiesFiles);
    }

    /** Returns the sources of this process, with attest.properties as the context class loader sees it. */
    public static Sources ofProcess(Map<String, String> frameworkParameters) {
        return new Sources(
                systemPropertiesOfProcess(),
                System.getenv(),
                frameworkParameters,
                filesOnClassPath(),
                Path.of("").toAbsolutePath(),
                Ancestor::ofThisProcess);
    }

    @Override
    public String toString() {
        return "Sources[propertiesFiles=" + propertiesFiles + ", workingDirectory=" + workingDirectory + "]";
    }

    public static Map<String, String> systemPropertiesOfProcess() {
        var copy = new LinkedHashMap<String, String>();
        var properties = System.getProperties();
        for (var name : properties.stringPropertyNames()) {
            // Another thread can clear a property in between.
            copy.put(name, properties.getProperty(name, ""));
        }
        return copy;
    }

    private static List<URL> filesOnClassPath() {
        try {
            // A loader and its parent can both name one file. URL.equals would use the network.
            var distinct = new LinkedHashMap<String, URL>();
            for (var url : Collections.list(SettingsPresence.filesOnClassPath())) {
                distinct.putIfAbsent(url.toExternalForm(), url);
            }
            return List.copyOf(distinct.values());
        } catch (IOException e) {
            LOG.log(System.Logger.Level.WARNING, "Looking for " + FILE_NAME + " on the class path failed", e);
            return List.of();
        }
    }
}
