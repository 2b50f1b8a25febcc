package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Keys;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsPresenceTest {

    private static final String FILE = "attest.properties";

    @TempDir
    Path folder;

    @Test
    void findsEachSettingInEachSource() {
        for (Key<?> key : Keys.all()) {
            assertThat(isAny(key.property(), "", "")).as(key.property()).isTrue();
            assertThat(isAny("", key.environmentName(), ""))
                    .as(key.environmentName())
                    .isTrue();
            assertThat(isAny("", "", key.property())).as(key.property()).isTrue();
            for (String variable : key.pipelineVariables()) {
                assertThat(isAny("", variable, "")).as(variable).isTrue();
            }
        }
    }

    @Test
    void findsWhatIsMisspelt() {
        assertThat(isAny("attest.azure.ulr", "", "")).isTrue();
        assertThat(isAny("", "ATTEST_AZURE_ULR", "")).isTrue();
        assertThat(isAny("", "", "attest.azure.ulr")).isTrue();
    }

    @Test
    void findsADefaultOfSystemProperties() {
        Properties defaults = new Properties();
        defaults.setProperty("attest.azure.url", "");

        assertThat(SettingsPresence.isAny(new Properties(defaults), Map.of(), Map.of()))
                .isTrue();
    }

    @Test
    void findsNothingAmongWhatIsOfOthers() {
        assertThat(isAny("user.name", "PATH", "junit.jupiter.execution.parallel.enabled"))
                .isFalse();
        assertThat(isAny("attestation", "BUILD_BUILDID", "shop.attest.azure.url"))
                .isFalse();
    }

    @Test
    void findsAFileOnTheClassPathOfTheThread() throws IOException {
        URL file = Files.createFile(folder.resolve(FILE)).toUri().toURL();
        ClassLoader none = loader(List.of());
        ClassLoader some = loader(List.of(file));

        assertThat(with(none)).isFalse();
        assertThat(with(some)).isTrue();
    }

    @Test
    void expectsAFileWhereLookingForItFails() {
        ClassLoader failing = new ClassLoader(null) {
            @Override
            public Enumeration<URL> getResources(String name) throws IOException {
                throw new IOException("no disk");
            }
        };

        assertThat(with(failing)).isTrue();
    }

    private static boolean isAny(String property, String variable, String parameter) {
        Properties properties = new Properties();
        properties.setProperty(property, "x");
        return SettingsPresence.isAny(properties, Map.of(variable, ""), Map.of(parameter, "x"));
    }

    private static boolean with(ClassLoader loader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return SettingsPresence.isFileOnClassPath();
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    private static ClassLoader loader(List<URL> files) {
        return new ClassLoader(null) {
            @Override
            protected Enumeration<URL> findResources(String name) {
                return Collections.enumeration(name.equals(FILE) ? files : List.of());
            }
        };
    }
}
