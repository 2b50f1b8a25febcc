package dev.attest.standin.pages;

import com.fasterxml.jackson.databind.JsonNode;
import dev.attest.standin.qacomplete.EntityKind;
import dev.attest.standin.rules.Refusal;
import dev.attest.standin.store.EntityStore.EntityRow;
import dev.attest.standin.store.QaCompleteStore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Reads what the pages of releases, bugs, requirements, tests, test sets and steps show. */
final class QaCompleteEntities {

    /**
     * Fields that can hold HTML. The references of SmartBear say so of tests and steps; of bugs it is assumed.
     *
     * @see <a href="https://support.smartbear.com/qacomplete/docs/developer/data-dictionary/index.html">Data
     *     dictionary</a>
     */
    private static final Set<String> MARKUP = Set.of(
            "description",
            "step",
            "expected_result",
            "expected_results",
            "actual_result",
            "actual_results",
            "steps_to_repro");
    /** Custom fields after this one are short texts. */
    private static final int LAST_RICH_FIELD = 10;

    private static final Set<String> ELSEWHERE =
            Set.of("id", "title", "project_id", "steps", "tests", "automations", "custom_fields");

    private final QaCompleteStore store;
    private final Markup markup;

    QaCompleteEntities(QaCompleteStore store, Markup markup) {
        this.store = store;
        this.markup = markup;
    }

    QaCompleteEntityPage one(String code, int id) throws IOException {
        var row = EntityKind.named(code)
                .flatMap(kind -> store.entities().find(kind.code(), id))
                .orElseThrow(() -> Refusal.notFound("There is no " + id + " of the kind " + code + "."));
        var document = PageText.document(row.document());
        return new QaCompleteEntityPage(
                row.code() + " " + id,
                PageText.text(document, "title"),
                row.project(),
                fields(document),
                document.path("steps").valueStream().map(this::step).toList(),
                tests(document),
                QaCompleteFileLine.all(store.files().of(row.code(), id), markup));
    }

    private List<FieldLine> fields(JsonNode document) {
        var lines = new ArrayList<FieldLine>();
        for (var property : document.properties()) {
            if (!ELSEWHERE.contains(property.getKey()) && !empty(property.getValue())) {
                lines.add(line(property.getKey(), property.getValue(), MARKUP.contains(property.getKey())));
            }
        }
        for (var field : document.path("custom_fields")) {
            lines.add(line(
                    part(field, "name").asText(),
                    part(field, "value"),
                    rich(part(field, "id").asText())));
        }
        for (var automation : document.path("automations")) {
            lines.add(line(automation.path("agent").asText(), automation.path("title"), false));
        }
        return lines;
    }

    /** Returns a property of a custom field. The documents show them as Id, Name and Value. */
    private static JsonNode part(JsonNode field, String name) {
        return field.has(name)
                ? field.path(name)
                : field.path(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
    }

    private FieldLine line(String name, JsonNode value, boolean rich) {
        return rich ? FieldLine.markup(name, value, markup) : FieldLine.text(name, value);
    }

    private static boolean empty(JsonNode value) {
        return value.isNull() || (value.isValueNode() ? value.asText().isEmpty() : value.isEmpty());
    }

    /** Returns whether this is the id of a custom field that can hold HTML, such as {@code Custom3} or 3. */
    private static boolean rich(String id) {
        var number = id.replaceFirst("^\\D*", "");
        return number.matches("\\d{1,2}") && Integer.parseInt(number) <= LAST_RICH_FIELD;
    }

    private EntityStep step(JsonNode step) {
        return new EntityStep(
                step.path("id").asInt(),
                markup.safe(step.path("step").asText("")),
                markup.safe(step.path("expected_result").asText("")));
    }

    private List<EntityLink> tests(JsonNode document) {
        return document.path("tests")
                .valueStream()
                .map(id -> store.entities().find(EntityKind.TESTS.code(), id.asInt()))
                .flatMap(Optional::stream)
                .map(EntityLink::of)
                .toList();
    }

    /** A release, bug, requirement, test, test set or step with its files. */
    record QaCompleteEntityPage(
            String entity,
            String title,
            int project,
            List<FieldLine> fields,
            List<EntityStep> steps,
            List<EntityLink> tests,
            List<QaCompleteFileLine> files) {}

    /**
     * A step of a test in the library.
     *
     * @param text safe HTML
     * @param expected safe HTML
     */
    record EntityStep(int id, String text, String expected) {}

    /** Another entity. */
    record EntityLink(String href, String title) {

        static EntityLink of(EntityRow row) {
            return new EntityLink(
                    "/qacomplete/" + row.code() + "/" + row.id(),
                    PageText.text(PageText.document(row.document()), "title"));
        }
    }
}
