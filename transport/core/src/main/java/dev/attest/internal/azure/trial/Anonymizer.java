package dev.attest.internal.azure.trial;

import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.JsonValue;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces all that may tell who and where in an exchange with a service. Texts are replaced unless they are known to
 * be harmless: what the trial itself has sent, dates, versions, and values of a few members. Ids get small numbers, the
 * same id the same number. Not thread-safe.
 */
final class Anonymizer {

    /** Members whose texts come from the service alone, and from a short list. */
    private static final Set<String> HARMLESS = Set.of(
            "state",
            "outcome",
            "resultgrouptype",
            "attachmenttype",
            "automatedtesttype",
            "typekey",
            "op",
            "postprocessstate",
            "substate",
            "area",
            "resourcename",
            "routetemplate");

    private static final Set<String> HARMLESS_PARAMETERS = Set.of(
            "api-version",
            "$top",
            "$skip",
            "$expand",
            "detailstoinclude",
            "isautomated",
            "automated",
            "includerundetails",
            "validateonly",
            "errorpolicy",
            "minlastupdateddate",
            "maxlastupdateddate");

    private static final Pattern DATE_OR_VERSION =
            Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?|\\d{1,2}\\.\\d(-preview(\\.\\d+)?)?");
    private static final Pattern ADDRESS = Pattern.compile("[^\\s'\"<>]+@[^\\s'\"<>]+|https?://\\S+");
    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");
    private static final Pattern GUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final Set<String> names = new LinkedHashSet<>();
    private final Set<String> sent = new HashSet<>();
    private final Map<String, Integer> ids = new HashMap<>();
    private final URI base;

    Anonymizer(AzureSettings settings) {
        this.base = settings.url();
        names.add(settings.project());
        names.add(String.valueOf(base.getHost()));
        for (String part : String.valueOf(base.getPath()).split("/", -1)) {
            names.add(part);
        }
        names.remove("");
    }

    /** Returns the address of a request without the service and the project. */
    String path(URI uri) {
        StringBuilder path = new StringBuilder();
        String raw = uri.getRawPath();
        String api = raw.substring(Math.max(0, raw.indexOf("/_apis")));
        path.append(raw.startsWith(base.getRawPath() + "/_apis") ? "" : "/{project}");
        for (String part : api.substring(1).split("/", -1)) {
            path.append('/').append(NUMBER.matcher(part).matches() ? String.valueOf(id(part)) : plain(part));
        }
        String query = uri.getRawQuery();
        char separator = '?';
        for (String parameter : query == null ? new String[0] : query.split("&", -1)) {
            String name = parameter.replaceFirst("=.*", "");
            boolean harmless = HARMLESS_PARAMETERS.contains(name.toLowerCase(Locale.ROOT));
            path.append(separator).append(harmless ? parameter : name + "=text");
            separator = '&';
        }
        return path.toString();
    }

    /** Notes the texts that the trial sends, which are the same for all users. */
    void noteSent(JsonValue body) {
        for (String name : body.names()) {
            noteSent(body.get(name));
        }
        body.items().forEach(this::noteSent);
        if (isText(body)) {
            body.text().ifPresent(sent::add);
        }
    }

    /** Adds a value as it may be shown. */
    void write(JsonText out, String member, JsonValue value) {
        if (value.isObject()) {
            out.object(member);
            writeMembers(out, value);
            out.endObject();
        } else if (value.isArray()) {
            out.array(member);
            for (JsonValue item : value.items()) {
                writeItem(out, member, item);
            }
            out.endArray();
        } else if (isText(value)) {
            out.member(member, text(member, value.text().orElse("")));
        } else {
            writePlain(out, member, value);
        }
    }

    private void writeMembers(JsonText out, JsonValue object) {
        for (String name : object.names()) {
            write(out, plain(name), object.get(name));
        }
    }

    private void writeItem(JsonText out, String member, JsonValue item) {
        if (item.isObject()) {
            out.object();
            writeMembers(out, item);
            out.endObject();
        } else {
            out.element(text(member, item.text().orElse("")));
        }
    }

    private void writePlain(JsonText out, String member, JsonValue value) {
        String shown = value.toString();
        if (shown.equals("true") || shown.equals("false")) {
            out.member(member, shown.equals("true"));
        } else if (NUMBER.matcher(shown).matches() && shown.length() <= 9) {
            out.member(member, isId(member) ? id(shown) : Long.parseLong(shown));
        } else {
            out.nullable(member, shown.equals("null") ? null : "number");
        }
    }

    private String text(String member, String text) {
        if (isId(member) && NUMBER.matcher(text).matches()) {
            return String.valueOf(id(text));
        }
        String name = member.toLowerCase(Locale.ROOT);
        if (name.equals("message")) {
            return message(text);
        }
        boolean harmless =
                HARMLESS.contains(name) || DATE_OR_VERSION.matcher(text).matches() || sent.contains(text);
        return harmless ? plain(text) : text.isEmpty() ? "" : "text";
    }

    /** What a service says of a failure is what a report is about. It quotes names. */
    private String message(String text) {
        String plain = GUID.matcher(text).replaceAll("guid");
        plain = ADDRESS.matcher(plain).replaceAll("address");
        plain = QUOTED.matcher(plain).replaceAll("'text'");
        return plain(NUMBER.matcher(plain).replaceAll("n"));
    }

    /** Replaces the names of the settings. */
    private String plain(String text) {
        String plain = text;
        for (String name : names) {
            plain = plain.replaceAll("(?i)" + Pattern.quote(name), "name");
        }
        return plain;
    }

    private long id(String digits) {
        return ids.computeIfAbsent(digits, unknown -> ids.size() + 1);
    }

    private static boolean isId(String member) {
        return member.equals("id") || member.endsWith("Id") || member.endsWith("Ids");
    }

    private static boolean isText(JsonValue value) {
        return value.toString().startsWith("\"");
    }
}
