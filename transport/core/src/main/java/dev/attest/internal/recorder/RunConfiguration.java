package dev.attest.internal.recorder;

import dev.attest.AttachmentType;
import dev.attest.internal.config.SettingValue;
import dev.attest.internal.masking.Masking;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What a run was configured with: the settings of Attest and the files of the frameworks, attached to the run when it
 * ends, each once however many plans and JVMs it had. Without its secrets. Thread-safe.
 */
public final class RunConfiguration {

    private record Part(String fileName, String content) {}

    /** More than anybody writes by hand; a framework may make suites that are endless. */
    private static final int MOST = 100;

    private static final int LONGEST = 1024 * 1024;

    private final Masking masking;
    private final Set<Part> parts = new LinkedHashSet<>();

    RunConfiguration(Masking masking) {
        this.masking = masking;
    }

    synchronized void add(String fileName, String content) {
        if (parts.size() < MOST && content.length() <= LONGEST) {
            parts.add(new Part(fileName, masking.mask(content)));
        }
    }

    /** @param isToSay whether this JVM is to attach what has this name, and not another one of the run */
    synchronized void attach(AttachmentWriter attachments, Predicate<String> isToSay) throws IOException {
        for (Part part : parts) {
            if (!isToSay.test(UUID.nameUUIDFromBytes(part.toString().getBytes(StandardCharsets.UTF_8))
                    .toString())) {
                continue;
            }
            attachments.add(
                    RowAttempt.RUN,
                    part.fileName(),
                    AttachmentType.RUN_CONFIG,
                    new ByteArrayInputStream(part.content().getBytes(StandardCharsets.UTF_8)));
        }
    }

    /**
     * Returns the settings that are in effect, secret ones masked.
     *
     * <pre>
     * attest.output=always
     *   # environment ATTEST_OUTPUT
     * </pre>
     */
    public static String effective(List<SettingValue> settings) {
        return settings.stream()
                .map(each -> each.key().property() + "=" + each.value() + "\n  # " + each.origin() + "\n")
                .collect(Collectors.joining());
    }
}
