package dev.attest.standin.pages;

import dev.attest.standin.qacomplete.EntityKind;
import dev.attest.standin.store.Store;
import dev.attest.standin.store.WorkItemFileStore.WorkItemFileRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds the page of this server that shows what an address of a service names. The host of the address is ignored. */
final class PageLinks {

    private static final String API = "(?i).*/service/api/v[12]/projects/\\d+/";
    private static final String RUN = "(?i).*/_apis/test(?:results)?/runs/(\\d{1,9})";
    private static final Pattern FILE = Pattern.compile("(?i).*/_apis/wit/attachments/([0-9a-f-]{36})/?(?:\\?.*)?");
    private static final Pattern ATTACHMENT =
            Pattern.compile(RUN + "(?:/results/\\d+)?/attachments/(\\d{1,9})/?(?:\\?.*)?");

    private final Store store;
    private final List<Rule> rules;

    PageLinks(Store store) {
        this.store = store;
        this.rules = List.of(
                new Rule(FILE, match -> file(match.group(1))),
                new Rule(ATTACHMENT, match -> attachment(id(match, 2))),
                rule("(?i).*/_testManagement/runs[?#].*", match -> result(match.group())),
                rule(RUN + "/?(?:\\?.*)?", match -> run(id(match, 1))),
                rule(RUN + "/results/(\\d{1,9})/?(?:\\?.*)?", match -> result(id(match, 1), id(match, 2))),
                rule(
                        "(?i).*/(?:_workitems/edit|_apis/wit/workItems)/(\\d{1,9})/?(?:[?#].*)?",
                        match -> item(id(match, 1))),
                rule(API + "testruns/(\\d{1,9})/?", match -> testRun(id(match, 1))),
                rule(
                        API + "testruns/(\\d{1,9})/items/(\\d{1,9})(?:/(?:log|report))?/?",
                        match -> testItem(id(match, 1), id(match, 2))),
                rule(API + "\\w+/\\d+/files/(\\d{1,9})/?", match -> entityFile(id(match, 1))),
                rule(API + "(\\w+)/(\\d{1,9})/?", match -> entity(match.group(1), id(match, 2))));
    }

    /** Returns the path of the page; empty if the address names nothing that is here. */
    Optional<String> page(String address) {
        return rules.stream().flatMap(rule -> rule.page(address).stream()).findFirst();
    }

    /** Returns the path of the picture that an address names. */
    Optional<String> picture(String address) {
        var file =
                FILE.matcher(address).matches() || ATTACHMENT.matcher(address).matches();
        return file ? page(address).map(path -> path + "?inline") : Optional.empty();
    }

    private Optional<String> file(String id) {
        return store.files().find(id).filter(WorkItemFileRow::complete).map(file -> "/files/" + file.id());
    }

    private Optional<String> attachment(int id) {
        return store.attachments().find(id).map(file -> "/attachments/" + id);
    }

    /** Reads the address of a result in the web. The order of its parameters does not matter. */
    private Optional<String> result(String address) {
        var run = parameter(address, "runId");
        var result = parameter(address, "resultId");
        return run.flatMap(id -> result.isPresent() ? result(id, result.get()) : run(id));
    }

    private static Optional<Integer> parameter(String address, String name) {
        var match = Pattern.compile("(?i)[?#&]" + name + "=(\\d{1,9})(?!\\d)").matcher(address);
        return match.find() ? Optional.of(Integer.valueOf(match.group(1))) : Optional.empty();
    }

    private Optional<String> run(int id) {
        return store.runs().find(id).map(run -> "/runs/" + id);
    }

    private Optional<String> result(int run, int id) {
        return store.results().find(run, id).map(result -> "/runs/" + run + "/results/" + id);
    }

    private Optional<String> item(int id) {
        return store.workItems().find(id).map(item -> "/work-items/" + id);
    }

    private Optional<String> testRun(int id) {
        return store.qaComplete().runs().find(id).map(run -> "/qacomplete/runs/" + id);
    }

    private Optional<String> testItem(int run, int id) {
        return store.qaComplete().runs().item(run, id).map(item -> "/qacomplete/runs/" + run + "#item-" + id);
    }

    private Optional<String> entityFile(int id) {
        return store.qaComplete().files().find(id).map(file -> "/qacomplete/files/" + id);
    }

    private Optional<String> entity(String code, int id) {
        return EntityKind.named(code)
                .flatMap(kind -> store.qaComplete().entities().find(kind.code(), id))
                .map(row -> "/qacomplete/" + row.code() + "/" + id);
    }

    private static int id(MatchResult match, int group) {
        return Integer.parseInt(match.group(group));
    }

    private static Rule rule(String form, Function<MatchResult, Optional<String>> page) {
        return new Rule(Pattern.compile(form), page);
    }

    /** A form of addresses. */
    private record Rule(Pattern form, Function<MatchResult, Optional<String>> found) {

        Optional<String> page(String address) {
            var match = form.matcher(address);
            return match.matches() ? found.apply(match.toMatchResult()) : Optional.empty();
        }
    }
}
