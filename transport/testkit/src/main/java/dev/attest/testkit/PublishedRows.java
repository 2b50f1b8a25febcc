package dev.attest.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a service has of its first run, in the words of a {@link Ledger}. */
public final class PublishedRows {

    /** What a ledger says of the trace that Attest attaches where it is at least that long. */
    public static final String LONG_TRACE = "20000 characters and more";

    private static final int RUN = 1;
    private static final int LONGEST_TRACE_OF_A_FRAMEWORK = 20_000;
    private static final String WHOLE_TRACE = "stack-trace.txt";

    /** What each run has, whatever its tests do. */
    private static final String CONFIGURATION = "attest-settings\\.txt|junit-platform\\.properties";

    private final ServiceView service;

    public PublishedRows(ServiceView service) {
        this.service = service;
    }

    /** Returns one line for each row, sorted. */
    public List<String> lines() {
        List<Row> rows = new ArrayList<>();
        service.results(RUN).forEach(result -> rows.add(row(result)));
        List<ServiceView.Attachment> ofTests = service.attachments(RUN).stream()
                .filter(file -> !file.fileName().matches(CONFIGURATION))
                .toList();
        List<Row.File> ofTheRun = files(ofTests, file -> service.bytes(RUN, file.id()));
        if (!ofTheRun.isEmpty()) {
            rows.add(new Row("", Ledger.RUN, "", "", "", "", ofTheRun, List.of()));
        }
        return Row.lines(rows);
    }

    private Row row(ServiceView.Result result) {
        return new Row(
                result.storage(),
                methodOf(result),
                result.title(),
                result.outcome(),
                result.message(),
                result.comment(),
                files(service.attachments(RUN, result.id()), file -> service.bytes(RUN, result.id(), file.id())),
                result.attempts().stream()
                        .map(attempt -> attempt(result.id(), attempt))
                        .toList());
    }

    /** Leaves out what tells invocations and overloads apart, which titles do too. */
    private static String methodOf(ServiceView.Result result) {
        String storage = result.storage();
        String method = result.name().substring(result.name().startsWith(storage) ? storage.length() : 0);
        return result.name().substring(0, result.name().length() - method.length())
                + method.replaceFirst("(?s)[\\[(].*", "");
    }

    private Row.Attempt attempt(int result, ServiceView.Attempt attempt) {
        return new Row.Attempt(
                attempt.outcome(),
                attempt.message(),
                files(
                        service.attachments(RUN, result, attempt),
                        file -> service.bytes(RUN, result, attempt, file.id())));
    }

    /** Frameworks prune traces or do not, so that only a trace that is long in itself is one to expect. */
    private static List<Row.File> files(
            List<ServiceView.Attachment> files, Function<ServiceView.Attachment, InputStream> bytes) {
        List<Row.File> named = new ArrayList<>();
        for (ServiceView.Attachment file : files) {
            if (!file.fileName().equals(WHOLE_TRACE)) {
                named.add(new Row.File(file.fileName(), text(bytes.apply(file))));
            } else if (file.size() >= LONGEST_TRACE_OF_A_FRAMEWORK) {
                named.add(new Row.File(WHOLE_TRACE, LONG_TRACE));
            }
        }
        return named;
    }

    private static String text(InputStream bytes) {
        try (bytes) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
