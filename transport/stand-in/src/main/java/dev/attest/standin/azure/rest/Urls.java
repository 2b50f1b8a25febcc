package dev.attest.standin.azure.rest;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The URLs in replies. */
public final class Urls {

    private Urls() {}

    /** Encodes a segment of a path. */
    public static String segment(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Returns the API URL of a run. */
    public static String run(String collection, String project, int id) {
        return collection + "/" + segment(project) + "/_apis/test/Runs/" + id;
    }

    /** Returns the URL of the web page of a run. */
    public static String page(String collection, String project, int id) {
        return collection + "/" + segment(project) + "/_TestManagement/Runs?runId=" + id + "&_a=runCharts";
    }
}
