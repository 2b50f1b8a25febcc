package dev.attest.systemtests.testng.conformance;

import dev.attest.AttachmentType;
import dev.attest.Attest;
import dev.attest.testkit.Ledger;

/** Entries of a ledger, titled as tests of TestNG are. */
final class Entries {

    private Entries() {}

    /** Returns the entry of a method without parameters. */
    static Ledger.Entry test(Class<?> type, String method) {
        return test(type, method, method);
    }

    /** Returns the entry of a method that is titled as you say, after its class. */
    static Ledger.Entry test(Class<?> type, String method, String title) {
        return Ledger.of(type, method, type.getSimpleName() + " › " + title);
    }

    /** Returns the entry of a method that is told as its class stands in a suite, such as {@code "chrome"}. */
    static Ledger.Entry testIn(String place, Class<?> type, String method, String title) {
        return Ledger.of(type, method, place + " › " + type.getSimpleName() + " › " + title);
    }

    /** Returns the entry of a configuration method. */
    static Ledger.Entry fixture(Class<?> type, String annotation, String method) {
        return test(type, method, annotation + " " + method);
    }

    /** Attaches text, and says so. */
    static void attach(Ledger.Entry entry, String name, String content) {
        entry.file(name, content);
        Attest.attach(name, content, AttachmentType.GENERAL_ATTACHMENT);
    }
}
