package shop;

import com.microsoft.playwright.Page;

/** Holds the page of each thread for all tests. */
final class Pages {

    private static final ThreadLocal<Page> CURRENT = new ThreadLocal<>();

    private Pages() {}

    static void open(Page page) {
        CURRENT.set(page);
    }

    static Page current() {
        return CURRENT.get();
    }

    static void close() {
        CURRENT.remove();
    }
}
