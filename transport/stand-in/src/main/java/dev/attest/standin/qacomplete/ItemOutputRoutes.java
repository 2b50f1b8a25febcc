package dev.attest.standin.qacomplete;

import dev.attest.standin.qacomplete.Users.Right;
import dev.attest.standin.rules.Assumption;
import io.javalin.http.HandlerType;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** The log and the report of an item. */
final class ItemOutputRoutes {

    static final String LOG = "log";
    static final String REPORT = "report";

    void addTo(QaCompleteApi api) {
        var note = "Assumed: the reply is the item.";
        add(api, LOG, List.of(".xml", ".tclogx"), ".xml or .tcLogX. " + note);
        add(api, REPORT, List.of(".mht"), ".mht. " + note);
    }

    private static void add(QaCompleteApi api, String kind, List<String> endings, String note) {
        api.documented(
                HandlerType.POST,
                Set.of("v2"),
                TestItemRoutes.ITEM + "/" + kind,
                Right.READ,
                note,
                call -> receive(call, kind, endings));
    }

    private static void receive(QaCompleteCall call, String kind, List<String> endings) throws IOException {
        var run = TestRunRoutes.run(call);
        var item = TestItemRoutes.item(call);
        var outputs = call.store().outputs();
        var draft = outputs.draft();
        try (var body = MultipartBody.of(call)) {
            var file = body.file(draft);
            if (endings.stream().noneMatch(file.fileName().toLowerCase(Locale.ROOT)::endsWith)) {
                throw QaCompleteErrors.invalid("A " + kind + " ends with " + String.join(" or ", endings) + ", which \""
                        + file.fileName() + "\" does not.");
            }
            if (!call.holds(Assumption.QAC_OVERWRITES)
                    && outputs.find(item.id(), kind).isPresent()) {
                throw QaCompleteErrors.invalid("The item has a " + kind + " already.");
            }
            outputs.put(item.id(), kind, file);
        } finally {
            Files.deleteIfExists(draft);
        }
        call.reply(TestItemRoutes.view(call, run, item));
    }
}
