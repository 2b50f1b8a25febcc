package dev.attest.internal.files;

import dev.attest.AttachmentType;
import dev.attest.internal.text.Glob;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Derives the type of an attachment from its file name: by the rules of {@code attest.attachment-types} in their order,
 * else by {@link AttachmentType#ofFile}.
 *
 * <pre>*.har=GeneralAttachment, report-*.xml=TmiTestRunSummary</pre>
 */
public final class AttachmentTypeRules {

    private record Rule(Pattern fileName, AttachmentType type) {}

    private final List<Rule> rules = new ArrayList<>();

    /** Returns the rules of a setting; the consumer receives a message for each invalid one, which is ignored. */
    public static AttachmentTypeRules of(String setting, Consumer<String> warn) {
        AttachmentTypeRules types = new AttachmentTypeRules();
        for (String part : setting.isEmpty() ? new String[0] : setting.split("[,;\\r\\n]")) {
            String rule = part.strip();
            if (!rule.isEmpty()) {
                types.add(rule, warn);
            }
        }
        return types;
    }

    public AttachmentType ofFile(String name) {
        for (Rule rule : rules) {
            if (rule.fileName().matcher(name).matches()) {
                return rule.type();
            }
        }
        return AttachmentType.ofFile(name);
    }

    private void add(String rule, Consumer<String> warn) {
        int equals = rule.lastIndexOf('=');
        AttachmentType type = equals < 0 ? null : named(rule.substring(equals + 1));
        String fileName = rule.substring(0, Math.max(equals, 0)).strip();
        if (type != null && !fileName.isEmpty()) {
            rules.add(new Rule(Glob.compile(fileName), type));
        } else {
            warn.accept(
                    "attest.attachment-types: \"" + rule + "\" has no effect. Write the name of a file, with * for any"
                            + " text, =, and one of " + names() + ", such as *.har=GeneralAttachment.");
        }
    }

    private static @Nullable AttachmentType named(String text) {
        String name = text.strip();
        return Arrays.stream(AttachmentType.values())
                .filter(type ->
                        type.wireName().equalsIgnoreCase(name) || type.name().equalsIgnoreCase(name))
                .findFirst()
                .orElse(null);
    }

    private static String names() {
        return Arrays.stream(AttachmentType.values())
                .map(AttachmentType::wireName)
                .collect(Collectors.joining(", "));
    }
}
