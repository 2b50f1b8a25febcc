package dev.attest.config;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what concerns QAComplete, and says what is missing of it. */
final class QaCompleteReader {

    private static final String SAFE =
            "the environment variable ATTEST_QACOMPLETE_PASSWORD or attest.qacomplete.password-file";
    private static final UnaryOperator<String> ID =
            Converters.matching(Pattern.compile("[1-9]\\d{0,8}"), "the id of one, in digits");
    private static final UnaryOperator<String> USER =
            Converters.matching(Pattern.compile("[^\\p{Cntrl}:]+"), "a login without a colon");
    private static final UnaryOperator<String> PASSWORD =
            Converters.matching(Pattern.compile("[^\\p{Cntrl}]+"), "a password on one line");

    private final Reading reading;
    private final Path workingDirectory;

    QaCompleteReader(Reading reading, Path workingDirectory) {
        this.reading = reading;
        this.workingDirectory = workingDirectory;
    }

    /**
     * Returns the destination; null where what is needed is absent or not usable.
     *
     * @param network the way there; null where it is not usable
     */
    @Nullable
    QaCompleteSettings read(@Nullable NetworkSettings network) {
        var url = reading.value(Key.QACOMPLETE_URL, QaCompleteReader::address);
        var project = reading.value(Key.QACOMPLETE_PROJECT, ID);
        var user = reading.value(Key.QACOMPLETE_USER, USER);
        var password = password();
        var testSet = reading.value(Key.QACOMPLETE_TEST_SET, ID);
        var release = reading.value(Key.QACOMPLETE_RELEASE, ID);
        var configuration = reading.value(Key.QACOMPLETE_CONFIGURATION, ID);
        var mapping = reading.value(
                Key.QACOMPLETE_MAPPING_FILE, text -> MappingFile.read(Converters.file(workingDirectory, text)));
        var customField = reading.value(Key.QACOMPLETE_CUSTOM_FIELD, "", "not set", Function.identity());
        var statuses = reading.value(Key.QACOMPLETE_STATUSES, StatusNames.DEFAULT, "default", StatusNames::parse);
        var files = reading.value(Key.QACOMPLETE_FILES, When.NEVER, "default", Converters::when);
        var versions =
                reading.value(Key.QACOMPLETE_VERSIONS, ResourceVersions.DEFAULT, "default", ResourceVersions::parse);
        if (url == null || project == null || user == null || password == null || testSet == null || network == null) {
            reportMissing();
            return null;
        }
        if (isUnusable(Key.QACOMPLETE_RELEASE, release)
                || isUnusable(Key.QACOMPLETE_CONFIGURATION, configuration)
                || isUnusable(Key.QACOMPLETE_MAPPING_FILE, mapping)) {
            return null;
        }
        return new QaCompleteSettings(
                url,
                project,
                user,
                password,
                testSet,
                release == null ? "" : release,
                configuration == null ? "" : configuration,
                mapping == null ? Map.of() : mapping.ids(),
                customField,
                statuses,
                files,
                versions,
                // The certificate that may be pinned is the one of Azure DevOps.
                new NetworkSettings(network.proxy(), network.trusted(), ""));
    }

    /** Returns whether the user named a destination, however incompletely. */
    boolean requested() {
        return Stream.of(Key.QACOMPLETE_URL, Key.QACOMPLETE_PROJECT, Key.QACOMPLETE_TEST_SET)
                .map(reading::find)
                .anyMatch(Objects::nonNull);
    }

    private @Nullable Secret password() {
        Exposure.warn(reading, Key.QACOMPLETE_PASSWORD, "password of QAComplete", "Change", SAFE);
        var direct = reading.find(Key.QACOMPLETE_PASSWORD);
        var named = reading.find(Key.QACOMPLETE_PASSWORD_FILE);
        reading.remember(Key.QACOMPLETE_PASSWORD_FILE, named);
        if (named == null || (direct != null && direct.source().compareTo(named.source()) <= 0)) {
            return reading.value(Key.QACOMPLETE_PASSWORD, PASSWORD.andThen(Secret::new));
        }
        return reading.value(named, Key.QACOMPLETE_PASSWORD, "file of " + named.origin(), text -> {
            var file = Converters.file(workingDirectory, text);
            var password = new Secret(PASSWORD.apply(TokenFile.read(file)));
            Exposure.warn(reading, file, "password");
            return password;
        });
    }

    /** No part of it that somebody set may be left out: nobody meant a run without it. */
    private boolean isUnusable(Key key, @Nullable Object value) {
        return value == null && reading.find(key) != null;
    }

    private void reportMissing() {
        if (!requested()) {
            return;
        }
        String missing = Stream.of(
                        Key.QACOMPLETE_URL,
                        Key.QACOMPLETE_PROJECT,
                        Key.QACOMPLETE_USER,
                        Key.QACOMPLETE_PASSWORD,
                        Key.QACOMPLETE_TEST_SET)
                .filter(key -> reading.find(key) == null)
                .filter(key -> key != Key.QACOMPLETE_PASSWORD || reading.find(Key.QACOMPLETE_PASSWORD_FILE) == null)
                .map(key -> key.property() + " (" + key.environmentName() + ")")
                .collect(Collectors.joining("; "));
        if (!missing.isEmpty()) {
            reading.warnings()
                    .add("Nothing can be published to QAComplete yet: set " + missing
                            + ". Until then results wait on disk.");
        }
    }

    private static URI address(String text) {
        return ServiceUrl.parse(
                text, "attest.qacomplete.user and attest.qacomplete.password", "https://host/rest-api/service");
    }
}
