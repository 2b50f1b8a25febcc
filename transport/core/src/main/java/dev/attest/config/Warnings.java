package dev.attest.config;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What is wrong with the settings, each thing once, in the order found. */
final class Warnings {

    private final Set<String> messages = new LinkedHashSet<>();

    void add(String message) {
        messages.add(message);
    }

    /** Notes that a value is set aside. The expectation completes "expected"; it never quotes the value. */
    void unusable(Entry entry, String expected, String instead) {
        add(entry + " is not usable: expected " + expected + ". " + instead);
    }

    List<String> toList() {
        return List.copyOf(messages);
    }
}
