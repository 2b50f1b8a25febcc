package dev.attest.standin.cli;

import dev.attest.standin.cli.OptionConverters.OversizeConverter;
import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.QaCompletePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the command line for QAComplete. */
final class QaCompleteArguments {

    @Option(
            names = "--qacomplete",
            paramLabel = "FILE",
            description = "JSON file with projects, users and tests of QAComplete. [project 1 with a few tests]")
    @Nullable
    Path seed;

    @Option(
            names = "--qacomplete-user",
            paramLabel = "LOGIN",
            defaultValue = QaCompletePolicy.USER,
            description = "Login of a user with all rights. [${DEFAULT-VALUE}]")
    String user = QaCompletePolicy.USER;

    @Option(
            names = "--qacomplete-password",
            paramLabel = "TEXT",
            defaultValue = QaCompletePolicy.PASSWORD,
            description = "Password of that user. [${DEFAULT-VALUE}]")
    String password = QaCompletePolicy.PASSWORD;

    @Option(
            names = "--qacomplete-largest-file",
            paramLabel = "BYTES",
            defaultValue = "30000000",
            description = "Largest file in QAComplete. [${DEFAULT-VALUE}]")
    long largestFile = QaCompletePolicy.LARGEST_FILE;

    @Option(
            names = "--qacomplete-oversize",
            paramLabel = "WAY",
            defaultValue = "json-413",
            converter = OversizeConverter.class,
            description = "Answer to a larger file: json-413, html-404, html-500 or reset. [${DEFAULT-VALUE}]")
    Oversize oversize = Oversize.JSON_413;

    QaCompletePolicy policy() throws IOException {
        var json = seed == null ? null : Files.readString(seed);
        return new QaCompletePolicy(user, password, json, largestFile, oversize);
    }
}
