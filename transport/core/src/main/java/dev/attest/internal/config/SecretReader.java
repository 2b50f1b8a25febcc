package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a secret that one setting contains, or the file that another one names, and warns if others can read it.
 *
 * @param name what the secret is, such as {@code token}
 * @param remedy what to do with an exposed secret, as the beginning of a sentence
 * @param mayBeElsewhere whether it is usual that a machine does not have it
 */
record SecretReader(
        ValueReader values, Key<Secret> key, Key<Path> fileKey, String name, String remedy, boolean mayBeElsewhere) {

    /** Longer than any token, so that a device or a log that is named by mistake does not fill the memory. */
    private static final int LONGEST = 16 * 1024;

    /**
     * Returns the secret of the stronger source; null if there is none that is usable.
     *
     * @param isAllowed whether the {@link #direct} secret may be used; a refusal has to be remembered
     */
    @Nullable
    Secret read(boolean isAllowed) {
        warnIfExposed();
        var file = values.raw(fileKey);
        values.remember(fileKey, file);
        if (file != null && direct() == null) {
            if (mayBeElsewhere && isOnlyElsewhere()) {
                values.rememberUnset(key, "there is no file " + file.value());
                return null;
            }
            return values.read(file, fileKey, key, this::readFile);
        }
        return isAllowed ? values.find(key) : null;
    }

    /** Returns the secret that a setting contains; null if there is none, or the source of a file is stronger. */
    @Nullable
    RawValue direct() {
        var direct = values.raw(key);
        var file = values.raw(fileKey);
        return direct == null || (file != null && file.source().compareTo(direct.source()) < 0) ? null : direct;
    }

    /** Returns whether no secret is set, or whether its file is one that this machine need not have. */
    boolean isAbsent() {
        return (!values.isSet(key) && !values.isSet(fileKey)) || (mayBeElsewhere && isOnlyElsewhere());
    }

    private boolean isOnlyElsewhere() {
        var file = values.raw(fileKey);
        return file != null && file.isOfProject() && direct() == null && !values.mayBeHere(file, fileKey);
    }

    private Secret readFile(Path file) {
        var secret = key.parse(textOf(file));
        if (isReadableByEverybody(file)) {
            values.warn("Every user of this machine can read the " + name + " in " + file + ". Run chmod 600 on it.");
        }
        return secret;
    }

    private void warnIfExposed() {
        var safe = "the environment variable " + key.environmentName() + " or " + fileKey.property() + ".";
        for (var source : List.of(SourceKind.FRAMEWORK_PARAMETER, SourceKind.PROPERTIES_FILE)) {
            var raw = values.raw(key, source);
            if (raw != null) {
                values.warn("The " + name + " is in a file that is probably under version control (" + raw.origin()
                        + "). " + remedy + " it, and set " + safe);
            }
        }
        var raw = values.raw(key, SourceKind.SYSTEM_PROPERTY);
        if (raw != null) {
            values.warn("The " + name + " is given as " + raw.origin()
                    + ", which lists of processes and build logs can show. Set " + safe);
        }
    }

    /** Returns the text of a file without a byte order mark and surrounding white space. */
    private static String textOf(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("a file that exists, and " + file + " does not");
        }
        try (var in = Files.newInputStream(file)) {
            var bytes = in.readNBytes(LONGEST + 1);
            if (bytes.length > LONGEST) {
                throw new IllegalArgumentException("a file with one token in it; " + file + " is longer");
            }
            var text = new String(bytes, StandardCharsets.UTF_8);
            return (text.startsWith("\uFEFF") ? text.substring(1) : text).strip();
        } catch (IOException e) {
            throw new IllegalArgumentException("a file that this user may read; reading it failed with " + e, e);
        }
    }

    private static boolean isReadableByEverybody(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            // Windows has no such permissions. A file that cannot be read is reported when it is read.
            return false;
        }
    }
}
