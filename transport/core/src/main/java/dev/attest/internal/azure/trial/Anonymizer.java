package dev.attest.internal.azure.trial;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.json.JsonValue;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Replaces all that may tell who and where in an exchange with a service, and keeps its shape. Texts are replaced
 * unless they are known to be harmless: what the trial itself has sent, dates, versions, and constants of a few
 * members. Numbers are ids unless they are known to be counts. Not thread-safe.
 */
final class Anonymizer {

    private static final String REPLACED = "text";

    /** Members whose texts are constants of the service. */
    private static final Set<String> CONSTANTS = Set.of(
            "state",
            "outcome",
            "resultgrouptype",
            "resultmetadata",
            "attachmenttype",
            "automatedtesttype",
            "failuretype",
            "typekey",
            "op",
            "postprocessstate",
            "substate",
            "area",
            "resourcename");

    private static final Set<String> COUNTS = Set.of(
            "count",
            "revision",
            "rev",
            "totaltests",
            "incompletetests",
            "notapplicabletests",
            "passedtests",
            "unanalyzedtests",
            "durationinms",
            "size",
            "errorcode",
            "eventid",
            "resourceversion",
            "priority",
            "sequenceid",
            "system.commentcount");

    /** Members that name a person, a project or a machine, which messages may name too. */
    private static final Set<String> NAMING = Set.of(
            "name", "displayname", "uniquename", "mailaddress", "principalname", "directoryalias", "computername");

    private static final Pattern CONSTANT = Pattern.compile("[A-Za-z]{1,80}");
    private static final Pattern MEMBER =
            Pattern.compile("[$_@]?[a-z][A-Za-z]{0,60}|(System|Microsoft)(\\.[A-Za-z]{1,60}){1,5}");
    private static final Pattern FIELD = Pattern.compile("/(fields|relations)/(-|" + MEMBER + ")");
    private static final Pattern ROUTE = Pattern.compile("[A-Za-z{}/_*]{1,200}");
    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final int LONGEST_COUNT = 9;

    private final HiddenNames names;
    /** Of the settings alone: the trial knows no others, so that others in its texts are there by chance. */
    private final HiddenNames ownNames;

    private final Set<String> sent = new HashSet<>();
    private final HiddenIds ids = new HiddenIds();
    private final HiddenPath paths;

    Anonymizer(AzureSettings settings) {
        this.names = HiddenNames.of(settings);
        this.ownNames = HiddenNames.of(settings);
        this.paths =
                new HiddenPath(settings.url(), ids, text -> sent.contains(text) ? ownNames.hideIn(text) : REPLACED);
    }

    /** Returns the address of a request without the service and the project. */
    String path(URI uri) {
        return paths.of(uri);
    }

    /**
     * Notes the texts that the trial sends, which are the same for all users but for names that happen to be in them.
     */
    void noteSent(JsonValue body) {
        body.names().forEach(name -> noteSent(body.get(name)));
        body.items().forEach(this::noteSent);
        if (isText(body)) {
            body.text().ifPresent(sent::add);
        }
    }

    /** Notes the names that a reply gives, so that they are hidden in what follows, and in this reply. */
    void noteNames(JsonValue reply) {
        for (String name : reply.names()) {
            JsonValue value = reply.get(name);
            String text = isText(value) ? value.text().orElse("") : "";
            if (NAMING.contains(name.toLowerCase(Locale.ROOT)) && !sent.contains(text)) {
                names.add(text);
            }
            noteNames(value);
        }
        reply.items().forEach(this::noteNames);
    }

    /** Returns a value as it may be shown. */
    @Nullable
    Object shown(JsonValue value) {
        return shown("", value);
    }

    private @Nullable Object shown(String member, JsonValue value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isArray()) {
            List<@Nullable Object> items = new ArrayList<>();
            value.items().forEach(item -> items.add(shown(member, item)));
            return items;
        }
        String text = value.toString();
        return switch (text) {
            case "null" -> null;
            case "true", "false" -> text.equals("true");
            default -> isText(value) ? text(member, value.text().orElse("")) : number(member, text);
        };
    }

    private Map<String, @Nullable Object> object(JsonValue object) {
        Map<String, @Nullable Object> shown = new LinkedHashMap<>();
        boolean location = object.names().contains("routeTemplate");
        for (String name : object.names()) {
            JsonValue value = object.get(name);
            String text = isText(value) ? value.text().orElse("") : "";
            boolean kept = location && isOfLocation(name, text) && !names.isIn(text);
            shown.put(unused(member(name), shown), kept ? text : shown(name, value));
        }
        return shown;
    }

    /** A resource of the API has the same id and route at each service. */
    private static boolean isOfLocation(String member, String text) {
        return member.equals("id")
                ? GUID.matcher(text).matches()
                : member.equals("routeTemplate") && ROUTE.matcher(text).matches();
    }

    private static String unused(String name, Map<String, @Nullable Object> taken) {
        String unused = name;
        for (int number = 2; taken.containsKey(unused); number++) {
            unused = name + number;
        }
        return unused;
    }

    private String member(String name) {
        return MEMBER.matcher(name).matches() && !names.isIn(name) ? name : "name";
    }

    private long number(String member, String number) {
        String whole = number.replaceFirst("\\.\\d+$", "");
        boolean count = COUNTS.contains(member.toLowerCase(Locale.ROOT))
                && NUMBER.matcher(whole).matches()
                && whole.length() <= LONGEST_COUNT;
        return count ? Long.parseLong(whole) : ids.of(whole);
    }

    private String text(String member, String text) {
        if (text.isEmpty()) {
            return "";
        }
        if (isId(member) && NUMBER.matcher(text).matches()) {
            return String.valueOf(ids.of(text));
        }
        if (sent.contains(text)) {
            return ownNames.hideIn(text);
        }
        String name = member.toLowerCase(Locale.ROOT);
        if (name.equals("message")) {
            return HiddenMessage.of(text, names);
        }
        boolean harmless = HiddenMessage.DATE_OR_VERSION.matcher(text).matches()
                || (CONSTANTS.contains(name) && CONSTANT.matcher(text).matches() && !names.isIn(text))
                || (name.equals("path") && FIELD.matcher(text).matches() && !names.isIn(text));
        return harmless ? text : REPLACED;
    }

    private static boolean isId(String member) {
        return member.equals("id") || member.endsWith("Id") || member.endsWith("Ids");
    }

    private static boolean isText(JsonValue value) {
        return value.toString().startsWith("\"");
    }
}
