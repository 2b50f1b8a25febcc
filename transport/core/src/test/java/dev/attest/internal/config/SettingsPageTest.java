package dev.attest.internal.config;

import dev.attest.internal.config.setting.Keys;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SettingsPageTest {

    private static final String TO_WRITE_IT =
            "mvn -pl transport/core test -Dtest=SettingsPageTest -Dsettings.page.write=true";

    @Test
    void showsWhatIsDeclared() throws IOException {
        String page = SettingsPage.read();
        String expected = SettingsPage.withTables(page);
        if (Boolean.getBoolean("settings.page.write")) {
            Files.writeString(SettingsPage.FILE, expected);
            return;
        }

        assertThat(page)
                .as("The settings page differs from the declarations. To write it anew: %s", TO_WRITE_IT)
                .isEqualTo(expected);
    }

    @Test
    void describesEachSettingInOneSentence() {
        assertThat(Keys.all()).allSatisfy(key -> {
            assertThat(key.sentence()).matches("[A-Z].*[^.]\\.").doesNotContain(". ");
            assertThat(key.accepted()).isNotBlank();
        });
    }
}
