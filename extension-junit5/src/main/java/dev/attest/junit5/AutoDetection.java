package dev.attest.junit5;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.junit.platform.engine.ConfigurationParameters;

/**
 * Makes Jupiter detect {@link AttestExtension}, and no other extension, while a plan runs. Any auto-detection setting
 * of the user takes precedence. Before 5.12 Jupiter detects all extensions or none, so detection is enabled only if
 * there is no other extension.
 */
final class AutoDetection {

    private static final String SETTINGS = "junit.jupiter.extensions.autodetection.";
    private static final String ENABLED = SETTINGS + "enabled";
    private static final String INCLUDE = SETTINGS + "include";
    private static final String EXCLUDE = SETTINGS + "exclude";

    /** A string, because other engines run without Jupiter on the class path. */
    private static final String EXTENSION = "dev.attest.junit5.AttestExtension";

    private static final String SERVICES = "META-INF/services/org.junit.jupiter.api.extension.Extension";

    private final Properties system;
    private final Map<String, String> ours = new TreeMap<>();

    /** @param system system properties, where Jupiter looks last */
    AutoDetection(Properties system) {
        this.system = system;
    }

    /** @param user all parameters of the plan, from any source */
    synchronized void switchOn(ConfigurationParameters user) {
        if (isSet(user, ENABLED) || isSet(user, INCLUDE) || isSet(user, EXCLUDE)) {
            return;
        }
        ClassLoader loader = loader();
        if (canInclude(loader)) {
            set(INCLUDE, EXTENSION);
            set(ENABLED, "true");
        } else if (isAlone(loader)) {
            set(ENABLED, "true");
        }
    }

    synchronized void restore() {
        for (String name : ours.keySet()) {
            system.remove(name);
        }
        ours.clear();
    }

    private void set(String name, String value) {
        if (system.putIfAbsent(name, value) == null) {
            ours.put(name, value);
        }
    }

    private static boolean isSet(ConfigurationParameters user, String name) {
        return user.get(name).isPresent();
    }

    /** Returns whether Jupiter has the include setting: it was added in 5.12 together with this class. */
    private static boolean canInclude(ClassLoader loader) {
        try {
            Class.forName("org.junit.jupiter.api.extension.PreInterruptCallback", false, loader);
            return true;
        } catch (ClassNotFoundException | LinkageError e) {
            return false;
        }
    }

    private static boolean isAlone(ClassLoader loader) {
        try {
            for (URL file : Collections.list(loader.getResources(SERVICES))) {
                if (!namesOursOnly(file)) {
                    return false;
                }
            }
            return true;
        } catch (IOException e) {
            // Assume that there are other extensions.
            return false;
        }
    }

    private static boolean namesOursOnly(URL file) throws IOException {
        try (var reader = new BufferedReader(new InputStreamReader(file.openStream(), StandardCharsets.UTF_8))) {
            return reader.lines()
                    .map(line -> line.replaceFirst("#.*", "").strip())
                    .allMatch(line -> line.isEmpty() || line.equals(EXTENSION));
        }
    }

    /** Returns the class loader that the Platform uses. */
    static ClassLoader loader() {
        ClassLoader context = Thread.currentThread().getContextClassLoader();
        return context == null ? ClassLoader.getSystemClassLoader() : context;
    }
}
