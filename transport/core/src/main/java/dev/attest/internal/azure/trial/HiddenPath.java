package dev.attest.internal.azure.trial;

import dev.attest.internal.rest.RestUrl;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Shows the address of a request with {@code {project}} in place of the service and the project. */
final class HiddenPath {

    private static final String API = "/_apis";

    /** Parts and types of work items that are the same for all users. */
    private static final Set<String> PARTS = Set.of(
            "_apis",
            "test",
            "runs",
            "results",
            "attachments",
            "points",
            "plans",
            "suites",
            "testplan",
            "testpoint",
            "build",
            "builds",
            "wit",
            "workitems",
            "wiql",
            "$bug",
            "$issue",
            "$task");

    private static final Set<String> PARAMETERS = Set.of(
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
            "maxlastupdateddate",
            "runtitle",
            "testsubresultid",
            "continuationtoken",
            "ids",
            "fields",
            "outcomes");

    private static final Set<String> HARMLESS = Set.of("true", "false", "SubResults", "Omit");

    private static final Pattern NUMBER = Pattern.compile("\\d+");
    private static final Pattern SHORT_NUMBER = Pattern.compile("\\d{1,3}");

    private final String base;
    private final HiddenIds ids;
    private final UnaryOperator<String> texts;

    /** @param texts shows a text that is not known to be harmless */
    HiddenPath(URI base, HiddenIds ids, UnaryOperator<String> texts) {
        this.base = base.getRawPath() == null ? "" : base.getRawPath();
        this.ids = ids;
        this.texts = texts;
    }

    String of(URI uri) {
        String raw = uri.getRawPath();
        boolean ofCollection = raw.startsWith(base + API);
        int from = ofCollection ? base.length() : Math.max(0, raw.lastIndexOf(API + "/"));
        StringBuilder path = new StringBuilder(ofCollection ? "" : "/{project}");
        for (String part : raw.substring(from).replaceFirst("^/", "").split("/", -1)) {
            path.append('/').append(part(part));
        }
        char separator = '?';
        for (String parameter :
                uri.getRawQuery() == null ? new String[0] : uri.getRawQuery().split("&", -1)) {
            path.append(separator).append(parameter(parameter));
            separator = '&';
        }
        return path.toString();
    }

    private String part(String part) {
        if (NUMBER.matcher(part).matches()) {
            return String.valueOf(ids.of(part));
        }
        return PARTS.contains(part.toLowerCase(Locale.ROOT)) ? part : part.startsWith("$") ? "$text" : "text";
    }

    private String parameter(String parameter) {
        String name = parameter.replaceFirst("(?s)=.*", "");
        String value = parameter.substring(Math.min(parameter.length(), name.length() + 1));
        String known = name.toLowerCase(Locale.ROOT);
        return PARAMETERS.contains(known) ? name + "=" + value(known, value) : "text=text";
    }

    private String value(String name, String value) {
        String text = URLDecoder.decode(value, StandardCharsets.UTF_8);
        if (NUMBER.matcher(text).matches() && (name.endsWith("id") || name.equals("ids"))) {
            return String.valueOf(ids.of(text));
        }
        boolean harmless = HARMLESS.contains(text)
                || HiddenMessage.DATE_OR_VERSION.matcher(text).matches()
                || (name.startsWith("$") && SHORT_NUMBER.matcher(text).matches());
        return harmless ? value : RestUrl.encode(texts.apply(text));
    }
}
