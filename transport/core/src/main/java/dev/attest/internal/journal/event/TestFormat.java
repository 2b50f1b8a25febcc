package dev.attest.internal.journal.event;

import dev.attest.internal.json.JsonMembers;
import dev.attest.internal.json.JsonText;
import dev.attest.internal.json.MalformedJsonException;
import dev.attest.spi.Links;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes and reads descriptions of tests. What most tests lack, and what repeats the id, is left out.
 *
 * <pre>{@code
 * {"id":{"engine":"junit-jupiter","className":"com.shop.CartTest","method":"adds(int)","path":"#2"},
 *  "title":"CartTest › adds(int) › [2] 7","tags":["slow"],
 *  "reportName":{"className":"com.shop.CartTest","name":"adds(int)[2]"},
 *  "links":{"workItems":[4711],"testCases":[],"qaCompleteTests":[]}}
 * }</pre>
 */
final class TestFormat {

    private TestFormat() {}

    static void write(TestDescription test, JsonText members) {
        writeMethod(test.id(), members.object("id"));
        members.member("path", test.id().path()).endObject().member("title", test.title());
        writeRest(test, members);
    }

    /** Writes the same of an invocation of a method. */
    static void write(TestDescription test, MethodText method, JsonText members) {
        method.writeId(members.object("id"));
        members.member("path", test.id().path()).endObject();
        method.writeTitle(test.title(), members);
        writeRest(test, members);
    }

    static void writeMethod(TestId id, JsonText members) {
        members.member("engine", id.engine())
                .member("className", id.className())
                .member("method", id.method());
    }

    private static void writeRest(TestDescription test, JsonText members) {
        if (!test.tags().isEmpty()) {
            members.array("tags");
            for (String tag : test.tags()) {
                members.element(tag);
            }
            members.endArray();
        }
        members.object("reportName");
        if (!test.reportName().className().equals(test.id().className())) {
            members.member("className", test.reportName().className());
        }
        members.member("name", test.reportName().name()).endObject();
        write(test.links(), members);
    }

    private static void write(Links links, JsonText members) {
        if (links.workItems().isEmpty()
                && links.testCases().isEmpty()
                && links.qaCompleteTests().isEmpty()) {
            return;
        }
        members.object("links");
        write("workItems", links.workItems(), members);
        write("testCases", links.testCases(), members);
        write("qaCompleteTests", links.qaCompleteTests(), members);
        members.endObject();
    }

    private static void write(String name, List<Integer> ids, JsonText members) {
        members.array(name);
        for (Integer id : ids) {
            members.element(id.longValue());
        }
        members.endArray();
    }

    static TestDescription read(JsonMembers members) throws MalformedJsonException {
        JsonMembers id = members.object("id");
        TestId test = new TestId(id.text("engine"), id.text("className"), id.text("method"), id.text("path"));
        String title = members.text("title");
        List<String> tags = members.texts("tags");
        JsonMembers report = members.object("reportName");
        String className = report.optionalText("className");
        ReportName name = new ReportName(className == null ? test.className() : className, report.text("name"));
        return new TestDescription(test, title, tags, name, links(members.optionalObject("links")));
    }

    private static Links links(@Nullable JsonMembers links) throws MalformedJsonException {
        return links == null
                ? Links.NONE
                : new Links(links.numbers("workItems"), links.numbers("testCases"), links.numbers("qaCompleteTests"));
    }
}
