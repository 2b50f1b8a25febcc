package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.masking.Masking;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
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
    private final Set<Part> parts = new LinkedHashSet<>();

    RunConfiguration(Masking masking) {
        this.masking = masking;
    }

    synchronized void add(String fileName, String content) {
        if (parts.size() < MAX_PARTS && content.length() <= MAX_LENGTH) {
            parts.add(new Part(fileName, masking.maskSettings(fileName, content)));
        }
    }

    /** @param claim returns whether this JVM, and no other JVM of the run, attaches the part with this id */
    synchronized void attach(AttachmentWriter attachments, Predicate<String> claim) throws IOException {
        for (Part part : parts) {
            UUID id = UUID.nameUUIDFromBytes(part.toString().getBytes(StandardCharsets.UTF_8));
            if (claim.test(id.toString())) {
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
