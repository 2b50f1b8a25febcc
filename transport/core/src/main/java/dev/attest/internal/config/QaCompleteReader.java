package dev.attest.internal.config;

import dev.attest.internal.config.setting.Key;
import dev.attest.internal.config.setting.QaCompleteKeys;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads the settings of QAComplete, and reports which are missing. */
final class QaCompleteReader {

    private final ValueReader values;
    private final SecretReader password;
    private final boolean mayStayHere;
    private String notice = "";

    /** @param mayStayHere whether results need not leave this machine if it has no password */
    QaCompleteReader(ValueReader values, boolean mayStayHere) {
        this.values = values;
        this.mayStayHere = mayStayHere;
        this.password = new SecretReader(
                values,
                QaCompleteKeys.PASSWORD,
                QaCompleteKeys.PASSWORD_FILE,
                "password of QAComplete",
                "Change",
                mayStayHere);
    }

    /** Returns the destination; null if a part that it needs is absent, or a part is not usable. */
    @Nullable
    QaCompleteSettings read(@Nullable NetworkSettings network) {
        var url = values.find(QaCompleteKeys.URL);
        var project = values.find(QaCompleteKeys.PROJECT);
        var user = values.find(QaCompleteKeys.USER);
        var secret = password.read(true);
        var testSet = values.find(QaCompleteKeys.TEST_SET);
        var release = values.find(QaCompleteKeys.RELEASE);
        var configuration = values.find(QaCompleteKeys.CONFIGURATION);
        var mapping = values.isAbsent(QaCompleteKeys.MAPPING_FILE)
                ? null
                : values.read(QaCompleteKeys.MAPPING_FILE, MappingFile::read);
        var customField = values.orElse(QaCompleteKeys.CUSTOM_FIELD, "");
        var statuses = values.get(QaCompleteKeys.STATUSES);
        var files = values.get(QaCompleteKeys.FILES);
        var versions = values.get(QaCompleteKeys.VERSIONS);
        if (url == null || project == null || user == null || secret == null || testSet == null || network == null) {
            if (mayStayHere && url != null && project != null && testSet != null && isOfProjectWithoutPassword()) {
                notice = "publishes nothing to " + url + ": this machine has no password for it. To publish from here,"
                        + " set " + QaCompleteKeys.PASSWORD.environmentName() + ".";
            } else {
                reportMissing();
            }
            return null;
        }
        // Without a part that is set, the run would not be the one that the user meant.
        if (values.isRefused(QaCompleteKeys.RELEASE)
                || values.isRefused(QaCompleteKeys.CONFIGURATION)
                || values.isRefused(QaCompleteKeys.MAPPING_FILE)) {
            return null;
        }
        return new QaCompleteSettings(
                url,
                project.toString(),
                user,
                secret,
                testSet.toString(),
                release == null ? "" : release.toString(),
                configuration == null ? "" : configuration.toString(),
                mapping == null ? Map.of() : mapping.ids(),
                customField,
                statuses,
                files,
                versions,
                // The certificate that may be pinned is the one of Azure DevOps.
                new NetworkSettings(network.proxy(), network.trusted(), ""));
    }

    /** Returns a sentence about a destination that this machine is not meant to publish to; empty if there is none. */
    String notice() {
        return notice;
    }

    /** Everybody who has the project has these settings, and only some have a password. */
    private boolean isOfProjectWithoutPassword() {
        return values.isOfProject(QaCompleteKeys.URL)
                && values.isOfProject(QaCompleteKeys.PROJECT)
                && values.isOfProject(QaCompleteKeys.TEST_SET)
                && (!values.isSet(QaCompleteKeys.USER) || values.isOfProject(QaCompleteKeys.USER))
                && password.isAbsent();
    }

    /** Returns whether the user named a part of the destination. */
    boolean isRequested() {
        return values.isSet(QaCompleteKeys.URL)
                || values.isSet(QaCompleteKeys.PROJECT)
                || values.isSet(QaCompleteKeys.TEST_SET);
    }

    private void reportMissing() {
        if (!isRequested()) {
            return;
        }
        List<Key<?>> needed = List.of(
                QaCompleteKeys.URL,
                QaCompleteKeys.PROJECT,
                QaCompleteKeys.USER,
                QaCompleteKeys.PASSWORD,
                QaCompleteKeys.TEST_SET);
        String missing = needed.stream()
                .filter(key -> key.equals(QaCompleteKeys.PASSWORD) ? password.isAbsent() : !values.isSet(key))
                .map(key -> key + " (" + key.environmentName() + ")")
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            values.warn("Nothing can be published to QAComplete yet: set " + missing
                    + ". Until then results wait on disk.");
        }
    }
}
