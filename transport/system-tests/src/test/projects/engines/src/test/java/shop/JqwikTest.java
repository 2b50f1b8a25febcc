package shop;

import net.jqwik.api.*;

class JqwikTest {
    // ----
    @Property(tries = 20)
    @Label("holds @shown@")
    boolean holds(@ForAll int number) {
        return true;
    }
    // ----
    @Property(tries = 20)
    boolean holds(@ForAll String text) {
        return true;
    }
    // ----
    @Example
    void example() {}
    // ----
    @Group
    class Inner {
        @Property(tries = 20)
        void holds(@ForAll int number) {}
    }
    // ----
}
