package com.microsoft.playwright;

/** Stands for Playwright's, which the core does without. */
public interface Page {

    boolean isClosed();

    byte[] screenshot();

    String url();

    String title();

    Size viewportSize();

    String content();

    /** Stands for {@code ViewportSize}. */
    final class Size {
        public int width = 800;
        public int height = 600;
    }
}
