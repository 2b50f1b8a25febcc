package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.masking.Masking;
import dev.attest.internal.text.Texts;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The settings of Attest and the configuration files of the frameworks, with their secrets masked by value and by key.
 * Each is attached once to the run when it ends, whatever the number of plans and JVMs. Thread-safe.
 */
public final class RunConfiguration {

    private record Part(String fileName, String content) {}

    private static final String SETTINGS = "attest-settings.txt";

    /** A framework may generate any number of suites. */
    private static final int MAX_PARTS = 100;

    private static final int MAX_LENGTH = 1024 * 1024;

    private final Masking masking;
    private final List<Part> parts = new ArrayList<>();

    RunConfiguration(Masking masking) {
        this.masking = masking;
    }

    /** Adds a file of settings, of any format. */
    synchronized void add(String fileName, String content) {
        if (parts.size() < MAX_PARTS && content.length() <= MAX_LENGTH) {
            addMasked(fileName, masking.maskSettings(fileName, content));
        }
    }

    /**
     * Adds the effective settings of Attest.
     *
     * <pre>
     * attest.output=always
     *   # environment ATTEST_OUTPUT
     * </pre>
     */
    synchronized void add(List<SettingValue> settings) {
        StringBuilder text = new StringBuilder();
        for (SettingValue each : settings) {
            String lines = each.key().property() + "=" + each.value() + "\n  # " + each.origin() + "\n";
            // To read a default by its key would be for nothing, and there are sixty of them.
            text.append(each.changed() ? masking.maskSettings(SETTINGS, lines) : lines);
        }
        addMasked(SETTINGS, masking.mask(text.toString()));
    }

    private void addMasked(String fileName, String content) {
        if (!contains(fileName, content)) {
            parts.add(new Part(fileName, content));
        }
    }

    /** Without the equality of records, whose method handles take some milliseconds at the start of each run. */
    private boolean contains(String fileName, String content) {
        for (Part part : parts) {
            if (part.fileName().equals(fileName) && part.content().equals(content)) {
                return true;
            }
        }
        return false;
    }

    /** @param claim returns whether this JVM, and no other JVM of the run, attaches the part with this id */
    synchronized void attach(AttachmentWriter attachments, Predicate<String> claim) throws IOException {
        for (Part part : parts) {
            if (claim.test(Texts.sha256(part.fileName() + "\n" + part.content()))) {
                byte[] content = part.content().getBytes(StandardCharsets.UTF_8);
                attachments.addBytes(RowAttempt.RUN, part.fileName(), AttachmentType.RUN_CONFIG, content);
            }
        }
    }
}
