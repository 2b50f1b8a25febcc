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

    /** A framework may generate any number of suites. */
    private static final int MAX_PARTS = 100;

    private static final int MAX_LENGTH = 1024 * 1024;

    private final Masking masking;
    private final List<Part> parts = new ArrayList<>();

    RunConfiguration(Masking masking) {
        this.masking = masking;
    }

    synchronized void add(String fileName, String content) {
        if (parts.size() < MAX_PARTS && content.length() <= MAX_LENGTH) {
            String masked = masking.maskSettings(fileName, content);
            if (!contains(fileName, masked)) {
                parts.add(new Part(fileName, masked));
            }
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

    /**
     * Returns the effective settings, with secrets masked.
     *
     * <pre>
     * attest.output=always
     *   # environment ATTEST_OUTPUT
     * </pre>
     */
    public static String effective(List<SettingValue> settings) {
        StringBuilder text = new StringBuilder();
        for (SettingValue each : settings) {
            text.append(each.key().property()).append('=').append(each.value());
            text.append("\n  # ").append(each.origin()).append('\n');
        }
        return text.toString();
    }
}
