package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** A page of Playwright. Only the thread that created it may call it. */
record PlaywrightPage(Object driver) implements Browser {

    private static final String PAGE = "com.microsoft.playwright.Page";

    static boolean isPage(Object candidate) {
        return isPageType(candidate.getClass());
    }

    static boolean isPageType(Class<?> type) {
        return Reflection.find(type, PAGE) != null;
    }

    @Override
    public boolean isClosed() throws Exception {
        return Boolean.TRUE.equals(Reflection.call(driver, "isClosed"));
    }

    @Override
    public byte @Nullable [] screenshot() throws Exception {
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
    public @Nullable PageSource pageSource() throws Exception {
        Object content = Reflection.call(driver, "content");
        return content == null ? null : PageSource.of(content.toString());
    }

    /** Playwright has this method since 1.56. */
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
