package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** A page of Playwright, which only the thread that made it may ask. */
record PlaywrightPage(Object driver) implements Browser {

    private static final String PAGE = "com.microsoft.playwright.Page";

    static boolean isOne(Object candidate) {
        return Reflection.is(candidate, PAGE);
    }

    @Override
    public boolean isClosed() throws Exception {
        return Boolean.TRUE.equals(Reflection.call(driver, "isClosed"));
    }

    @Override
    public byte @Nullable [] picture() throws Exception {
        return (byte[]) Reflection.call(driver, "screenshot");
    }

    @Override
    public @Nullable Object url() throws Exception {
        return Reflection.call(driver, "url");
    }

    @Override
    public @Nullable Object title() throws Exception {
        return Reflection.call(driver, "title");
    }

    @Override
    public @Nullable String size() throws Exception {
        Object size = Reflection.call(driver, "viewportSize");
        return size == null
                ? null
                : size.getClass().getField("width").get(size) + "x"
                        + size.getClass().getField("height").get(size);
    }

    @Override
    public @Nullable Object session() {
        return null;
    }

    @Override
    public @Nullable Object node() {
        return null;
    }

    @Override
    public @Nullable Object pageSource() throws Exception {
        return Reflection.call(driver, "content");
    }

    /** Before 1.56 Playwright told only those who listened from the beginning. */
    @Override
    public @Nullable String console() throws Exception {
        if (!(Reflection.call(driver, "consoleMessages") instanceof Iterable<?> messages)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        for (Object message : messages) {
            text.append('[').append(Reflection.call(message, "type")).append("] ");
            text.append(Reflection.call(message, "text")).append('\n');
        }
        return text.toString();
    }
}
