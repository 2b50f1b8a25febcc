package dev.attest.standin.pages;

/**
 * The way from one page of a list to the next.
 *
 * @param path that the number of the page, from 1, is appended to
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
