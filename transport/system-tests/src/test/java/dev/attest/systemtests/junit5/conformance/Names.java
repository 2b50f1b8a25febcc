package dev.attest.systemtests.junit5.conformance;

import dev.attest.junit5.Fixture;
import dev.attest.testkit.Ledger;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;

/** What tests are called, and how that shows. */
final class Names {

    private static final String LONG = "0123456789".repeat(30);

    private Names() {}

    @DisplayName("A cart")
    @Fixture
    static class Displayed {
        @DisplayName("holds an item")
        @Test
        void holds() {
            Ledger.of(Displayed.class, "holds", "A cart › holds an item").passed();
        }

        @DisplayName("costs \ud83d\ude00 «zwölf» 十二 €")
        @Test
        void costs() {
            Ledger.of(Displayed.class, "costs", "A cart › costs \ud83d\ude00 «zwölf» 十二 €")
                    .passed();
        }

        @DisplayName("<img src=x onerror=alert(1)> ${jndi:ldap://x} %n \"quoted\" \\ › arrow")
        @Test
        void isAttacked() {
            Ledger.of(
                            Displayed.class,
                            "isAttacked",
                            "A cart › <img src=x onerror=alert(1)> ${jndi:ldap://x} %n \"quoted\" \\ › arrow")
                    .passed();
        }

        /** The newer a JUnit, the more of them it replaces itself. */
        @DisplayName("bell \u0007, nul \u0000, first\r\n\tsecond")
        @Test
        void hasControlCharacters(TestInfo info) {
            String shown = info.getDisplayName().replaceAll("\\p{Cntrl}+", " ");
            Ledger.of(Displayed.class, "hasControlCharacters", "A cart › " + shown)
                    .passed();
        }

        @DisplayName("0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789"
                + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789"
                + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789"
                + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789"
                + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789" + "0123456789")
        @Test
        void isLong() {
            String title = ("A cart › " + LONG).substring(0, 255) + "…";
            Ledger.of(Displayed.class, "isLong", title).passed();
        }

        @DisplayName("the same")
        @Test
        void one() {
            Ledger.of(Displayed.class, "one", "A cart › the same").passed();
        }

        @DisplayName("the same")
        @Test
        void other() {
            throw Ledger.of(Displayed.class, "other", "A cart › the same").failed("other");
        }
    }

    @DisplayName("Generated names")
    @DisplayNameGeneration(DisplayNameGenerator.ReplaceUnderscores.class)
    @Fixture
    static class Generated_names {
        @Test
        void überprüft() {
            Ledger.of(Generated_names.class, "überprüft", "Generated names › überprüft")
                    .passed();
        }

        @Test
        void cost_nothing() {
            Ledger.of(Generated_names.class, "cost_nothing", "Generated names › cost nothing")
                    .passed();
        }
    }
}
