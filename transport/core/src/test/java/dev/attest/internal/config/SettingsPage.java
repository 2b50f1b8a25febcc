package dev.attest.internal.config;

import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.config.setting.CommonKeys;
import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.QaCompleteKeys;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The page of the guide on settings, whose tables are made from the declarations. */
final class SettingsPage {

    static final Path FILE = Path.of(System.getProperty("checkout.root"), "transport", "guide", "settings.md");

    private static final String BEGIN = "<!-- begin %s: generated, do not edit -->\n";
    private static final String END = "<!-- end %s -->";
    private static final String HEAD =
            "| setting | environment variable | values | default | what it does |\n|---|---|---|---|---|\n";

    private SettingsPage() {}

    static String read() throws IOException {
        return Files.readString(FILE);
    }

    /** Returns the page with its tables made anew. */
    static String withTables(String page) {
        String azure = withTable(page, "azure", AzureKeys.all());
        String both = withTable(azure, "qacomplete", QaCompleteKeys.all());
        return withTable(both, "common", CommonKeys.all());
    }

    private static String withTable(String page, String name, List<Key<?>> keys) {
        String begin = BEGIN.formatted(name);
        int from = page.indexOf(begin);
        int to = page.indexOf(END.formatted(name));
        if (from < 0 || to < from) {
            throw new IllegalStateException(FILE + " lacks the lines around the table " + name);
        }
        String rows = keys.stream().map(SettingsPage::row).collect(Collectors.joining());
        return page.substring(0, from + begin.length()) + HEAD + rows + page.substring(to);
    }

    private static String row(Key<?> key) {
        String byDefault = key.isDefaultLiteral() && !key.defaultText().isEmpty()
                ? "`" + key.defaultText().replace("|", "\\|") + "`"
                : text(key.defaultText().isEmpty() ? "none" : key.defaultText());
        return "| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        key.property(), key.environmentName(), text(key.accepted()), byDefault, text(key.sentence()));
    }

    /** Returns the text so that Markdown shows each of its characters. */
    private static String text(String text) {
        return text.replaceAll("[*_\\\\<\\[|]", "\\\\$0");
    }
}
