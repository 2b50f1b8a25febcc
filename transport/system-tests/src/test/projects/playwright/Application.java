package shop;

import com.microsoft.playwright.Page;

/** Leads to the pages of a shop, and these to what they are made of. */
final class Application {

    private final Shelves shelves;

    Application(Page page) {
        shelves = new Shelves(new Shelf(page));
    }

    String heading() {
        return shelves.first.heading();
    }

    private static final class Shelves {

        private final Shelf first;

        Shelves(Shelf first) {
            this.first = first;
        }
    }

    private static final class Shelf {

        private final Page page;

        Shelf(Page page) {
            this.page = page;
        }

        String heading() {
            return page.textContent("h1");
        }
    }
}
