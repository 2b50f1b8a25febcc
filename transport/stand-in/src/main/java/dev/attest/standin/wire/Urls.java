package dev.attest.standin.wire;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The addresses that replies contain. */
final class Urls {

    private Urls() {}

    static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    static String run(String collection, String project, int id) {
        return collection + "/" + segment(project) + "/_apis/test/Runs/" + id;
    }

    static String page(String collection, String project, int id) {
        return collection + "/" + segment(project) + "/_TestManagement/Runs?runId=" + id + "&_a=runCharts";
    }
}
