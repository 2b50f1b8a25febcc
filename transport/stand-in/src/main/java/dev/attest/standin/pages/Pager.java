package dev.attest.standin.pages;

/**
 * The links between the pages of a list.
 *
 * @param path the path that ends before the page number
 */
record Pager(String path, int number, int size, int total) {

    int skip() {
        return (number - 1) * size;
    }

    boolean needed() {
        return total > size;
    }

    boolean hasBefore() {
        return number > 1;
    }

    boolean hasNext() {
        return number * size < total;
    }

    String before() {
        return path + (number - 1);
    }

    String next() {
        return path + (number + 1);
    }

    String label() {
        return (skip() + 1) + "–" + Math.min(total, skip() + size) + " of " + total;
    }
}
