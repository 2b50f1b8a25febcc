package dev.attest.testkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What tests wrote into a {@link Ledger}, as the rows that a service should have. */
public final class LedgerFile {

    private static final Pattern ESCAPE = Pattern.compile("\\\\(.)");
    private static final int PREFIX = 6;

    private final List<String[]> lines;

    private LedgerFile(List<String[]> lines) {
        this.lines = lines;
    }

    public static LedgerFile read(Path file) throws IOException {
        return new LedgerFile(Files.readAllLines(file).stream()
                .map(line -> line.split("\t", -1))
                .toList());
    }

    /** Returns one line for each row, sorted. */
    public List<String> lines() {
        return Row.lines(rows());
    }

    /**
     * Returns what a service has otherwise, line by line: {@code -} before what happened and is not there, {@code +}
     * before what is there and did not happen.
     */
    public String differenceTo(PublishedRows published) {
        List<String> missing = new ArrayList<>(lines());
        List<String> added = new ArrayList<>();
        for (String line : published.lines()) {
            if (!missing.remove(line)) {
                added.add(line);
            }
        }
        return Stream.concat(
                        missing.stream().map(line -> "- " + line),
                        added.stream().map(line -> "+ " + line))
                .sorted(Comparator.comparing(line -> line.substring(1)))
                .collect(Collectors.joining("\n"));
    }

    /** Returns how many tests began, and how many of them passed, each attempt counted. */
    public String counts() {
        return "ran " + begun("").count() + ", passed " + begun("Passed").count();
    }

    private Stream<String[]> begun(String outcome) {
        return lines.stream()
                .filter(line -> line[0].equals("outcome"))
                .filter(line -> line[PREFIX + 2].equals("ran") && line[PREFIX].startsWith(outcome));
    }

    private List<Row> rows() {
        Map<List<String>, List<String[]>> entries = new LinkedHashMap<>();
        for (String[] line : lines) {
            entries.computeIfAbsent(List.of(line[1], line[2], line[3], line[4]), key -> new ArrayList<>())
                    .add(line);
        }
        return entries.values().stream().map(LedgerFile::row).toList();
    }

    private static Row row(List<String[]> entry) {
        String[] any = entry.get(0);
        List<Row.Attempt> attempts = attempts(entry);
        Row.Attempt last = attempts.get(attempts.size() - 1);
        boolean tried = attempts.size() > 1;
        return new Row(
                text(any[1]),
                text(any[2]),
                text(any[3]),
                last.outcome(),
                last.message(),
                of("comment", entry).map(line -> text(line[PREFIX])).collect(Collectors.joining("\n")),
                tried ? List.of() : last.files(),
                tried ? attempts : List.of());
    }

    private static List<Row.Attempt> attempts(List<String[]> entry) {
        List<Row.Attempt> attempts = new ArrayList<>();
        of("outcome", entry)
                .forEach(line -> attempts.add(
                        new Row.Attempt(line[PREFIX], text(line[PREFIX + 1]), files(entry, attempts.size() + 1))));
        return attempts.isEmpty() ? List.of(new Row.Attempt("", "", files(entry, 1))) : attempts;
    }

    private static List<Row.File> files(List<String[]> entry, int attempt) {
        return of("file", entry)
                .filter(line -> Integer.parseInt(line[5]) == attempt)
                .map(line -> new Row.File(text(line[PREFIX]), text(line[PREFIX + 1])))
                .toList();
    }

    private static Stream<String[]> of(String kind, List<String[]> entry) {
        return entry.stream().filter(line -> line[0].equals(kind));
    }

    private static String text(String word) {
        return ESCAPE.matcher(word)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        switch (escape.group(1)) {
                            case "n" -> "\n";
                            case "r" -> "\r";
                            case "t" -> "\t";
                            default -> escape.group(1);
                        }));
    }
}
