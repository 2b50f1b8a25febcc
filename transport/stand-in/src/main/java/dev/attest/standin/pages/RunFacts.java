package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.store.RunStore.RunRow;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** What is known of the circumstances of a run: from its document, and from the comment that Attest writes. */
final class RunFacts {

    private static final Pattern HOST = Pattern.compile("Published by Attest from (.{1,200}?)\\. attest-run:.*");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s\"'<>]{1,2000}");
    private static final Pattern NAMED = Pattern.compile("(pull request|branch|commit|started by|user|checkout) (.+)");

    private final List<RunFact> facts = new ArrayList<>();

    private RunFacts() {}

    /**
     * A fact.
     *
     * @param href the address of another site; empty if the fact is no link
     */
    record RunFact(String label, String value, String href) {}

    /** Returns the facts of a run. */
    static List<RunFact> of(RunRow row) {
        var document = PageText.document(row.document());
        var facts = new RunFacts();
        facts.add("Duration", duration(row, document));
        facts.readComment(document.path("comment").asText(""));
        var build = document.path("buildConfiguration");
        var number = build.path("number").asText("");
        if (facts.lacks("Build")) {
            facts.add(
                    "Build",
                    number.isEmpty() ? document.path("build").path("id").asText("") : number);
        }
        if (facts.lacks("Branch")) {
            facts.add("Branch", build.path("branchName").asText("").replaceFirst("^refs/heads/", ""));
        }
        facts.add("Platform", build.path("platform").asText(""));
        facts.add("Flavor", build.path("flavor").asText(""));
        return facts.facts;
    }

    private boolean lacks(String label) {
        return facts.stream().noneMatch(fact -> fact.label().equals(label));
    }

    private void add(String label, String value) {
        if (!value.isBlank() && facts.stream().noneMatch(fact -> fact.value().equals(value))) {
            facts.add(new RunFact(label, PageText.visible(value), ""));
        }
    }

    private void readComment(String comment) {
        var lines = comment.lines().limit(2).toList();
        var host = HOST.matcher(lines.isEmpty() ? "" : lines.get(0));
        if (!host.matches()) {
            return;
        }
        if (lines.size() > 1) {
            var parts = List.of(lines.get(1).split(", ", -1));
            var link = parts.stream()
                    .filter(part -> LINK.matcher(part).matches())
                    .findFirst()
                    .orElse("");
            if (parts.get(0).startsWith("build ") || parts.get(0).startsWith("a build ")) {
                facts.add(new RunFact("Build", PageText.visible(parts.get(0).replaceFirst("^build ", "")), link));
            }
            parts.forEach(this::addNamed);
        }
        add("Host", host.group(1));
    }

    private void addNamed(String part) {
        var named = NAMED.matcher(part);
        if (named.matches()) {
            var kind = named.group(1);
            add(
                    kind.equals("user")
                            ? "Started by"
                            : kind.substring(0, 1).toUpperCase(Locale.ROOT) + kind.substring(1),
                    named.group(2));
        }
    }

    private static String duration(RunRow row, JsonNode document) {
        var start = date(document, "startedDate").orElse(row.createdAt());
        var end = date(document, "completedDate");
        if (end.isEmpty() && !row.ended()) {
            return PageText.span(Duration.between(start, Instant.now())) + " so far";
        }
        return PageText.span(Duration.between(start, end.orElse(row.updatedAt())));
    }

    private static Optional<Instant> date(JsonNode document, String name) {
        try {
            return Optional.of(
                    OffsetDateTime.parse(document.path(name).asText("")).toInstant());
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
