package dev.attest.standin.pages;

import java.util.List;

/** One test run of QAComplete with its items. */
record QaCompleteRunPage(QaCompleteRunLine run, List<Item> items) {

    /** A test of the run. */
    record Item(int id, String name, String status, String time, String hosts, List<Step> steps, List<Output> outputs) {

        String tone() {
            return Texts.tone(status);
        }
    }

    /** A step of a test. */
    record Step(int seq, String text, String expected, String actual, String status) {

        String tone() {
            return Texts.tone(status);
        }
    }

    /** The log or the report of an item. */
    record Output(String kind, String fileName, String size, String href) {}
}
