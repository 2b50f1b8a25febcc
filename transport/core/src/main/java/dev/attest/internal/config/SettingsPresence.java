package dev.attest.internal.config;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;
import java.util.Map;
import java.util.Properties;

/**
 * Tells whether any source holds a setting, usable or not. Reading the settings takes a while at the start of a JVM,
 * and most JVMs in which Attest is on the class path need not do it. So nothing here is a lambda or a regular
 * expression.
 */
public final class SettingsPresence {

    private static final String PROPERTY = "attest.";
    private static final String VARIABLE = "ATTEST_";

    private SettingsPresence() {}

    /**
     * Returns false only if the settings of this process are those of a process without any, and cause no warning.
     *
     * @param frameworkParameters parameters of the test framework
     */
    public static boolean isAny(Map<String, String> frameworkParameters) {
        return isAny(System.getProperties(), System.getenv(), frameworkParameters) || isFileOnClassPath();
    }

    static boolean isAny(
            Properties systemProperties, Map<String, String> environment, Map<String, String> frameworkParameters) {
        return hasProperty(systemProperties.stringPropertyNames())
                || hasProperty(frameworkParameters.keySet())
                || hasVariable(environment.keySet());
    }

    /** Returns every attest.properties on the class path, as the context class loader sees it. */
    static Enumeration<URL> filesOnClassPath() throws IOException {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        return loader == null
                ? ClassLoader.getSystemResources(Sources.FILE_NAME)
                : loader.getResources(Sources.FILE_NAME);
    }

    static boolean isFileOnClassPath() {
        try {
            return filesOnClassPath().hasMoreElements();
        } catch (IOException | RuntimeException | LinkageError e) {
            // Who reads the settings reports it.
            return true;
        }
    }

    private static boolean hasProperty(Iterable<String> names) {
        for (String name : names) {
            if (name.startsWith(PROPERTY)) {
                return true;
            }
        }
        return false;
    }

    private static boolean hasVariable(Iterable<String> names) {
        for (String name : names) {
            if (name.startsWith(VARIABLE) || isOfPipeline(name)) {
                return true;
            }
        }
        return false;
    }

    /** Returns whether a setting falls back to this variable of Azure Pipelines. */
    private static boolean isOfPipeline(String name) {
        return switch (name) {
            case "SYSTEM_COLLECTIONURI",
                    "SYSTEM_TEAMFOUNDATIONCOLLECTIONURI",
                    "SYSTEM_TEAMPROJECT",
                    "SYSTEM_ACCESSTOKEN" -> true;
            default -> false;
        };
    }
}
