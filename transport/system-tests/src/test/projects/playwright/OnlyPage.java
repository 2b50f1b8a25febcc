package shop;

import com.microsoft.playwright.Page;

/** Holds the only page of a test that runs alone. */
final class OnlyPage {

    static Page page;

    private OnlyPage() {}
}
