package dev.attest.standin;

import dev.attest.standin.rules.Oversize;
import dev.attest.standin.rules.QaCompletePolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The part of the command line that is about QAComplete. */
final class QaCompleteArguments {

    @Option(
            names = "--qacomplete",
            paramLabel = "FILE",
            description = "JSON with the projects, users, tests and so on of QAComplete. [project 1 and a few tests]")
    @Nullable
    Path seed;

    @Option(
            names = "--qacomplete-user",
            paramLabel = "LOGIN",
            defaultValue = QaCompletePolicy.USER,
            description = "Who may do everything in QAComplete. [${DEFAULT-VALUE}]")
    String user = QaCompletePolicy.USER;

    @Option(
            names = "--qacomplete-password",
            paramLabel = "TEXT",
            defaultValue = QaCompletePolicy.PASSWORD,
            description = "The password of that user. [${DEFAULT-VALUE}]")
    String password = QaCompletePolicy.PASSWORD;

    @Option(
            names = "--qacomplete-largest-file",
            paramLabel = "BYTES",
            defaultValue = "30000000",
            description = "The largest file that QAComplete takes. [${DEFAULT-VALUE}]")
    long largestFile = QaCompletePolicy.LARGEST_FILE;

    @Option(
            names = "--qacomplete-oversize",
            paramLabel = "WAY",
            defaultValue = "json-413",
            converter = OversizeConverter.class,
            description = "How a larger one is answered: json-413, html-404, html-500 or reset. [${DEFAULT-VALUE}]")
    Oversize oversize = Oversize.JSON_413;

    QaCompletePolicy policy() throws IOException {
        var json = seed == null ? null : Files.readString(seed);
        return new QaCompletePolicy(user, password, json, largestFile, oversize);
    }
}
