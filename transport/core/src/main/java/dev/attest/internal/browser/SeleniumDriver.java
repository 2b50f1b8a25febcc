package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** A driver of Selenium, Appium or whatever else implements Selenium's interfaces. */
record SeleniumDriver(Object driver) implements Browser {

    private static final String DRIVER = "org.openqa.selenium.WebDriver";
    private static final String TAKES_SCREENSHOT = "org.openqa.selenium.TakesScreenshot";
    private static final String DECORATORS = "org.openqa.selenium.support.decorators.";

    /** The elements of a page take screenshots too, and a page object's look for themselves on the page when asked. */
    static boolean isOne(Object candidate) {
        return Reflection.is(candidate, TAKES_SCREENSHOT) && Reflection.is(candidate, DRIVER);
    }

    /** The user's listeners have nothing to hear of a picture. */
    static Object undecorated(Object driver) {
        if (isDecorated(driver)) {
            try {
                Object original = Reflection.call(driver, "getOriginal");
                return original != null && isOne(original) ? original : driver;
            } catch (Exception e) {
                return driver;
            }
        }
        return driver;
    }

    static boolean isDecorated(Object driver) {
        return Reflection.typesOf(driver.getClass()).stream()
                .anyMatch(type -> type.getName().startsWith(DECORATORS));
    }

    @Override
    public boolean isClosed() throws Exception {
        try {
            return session() == null;
        } catch (NoSuchMethodException e) {
            return false;
        }
    }

    @Override
    public byte @Nullable [] picture() throws Exception {
        Class<?> type = Reflection.find(driver, TAKES_SCREENSHOT);
        if (type == null) {
            return null;
        }
        Class<?> output = Class.forName("org.openqa.selenium.OutputType", true, type.getClassLoader());
        Object bytes = output.getField("BYTES").get(null);
        return bytes == null ? null : (byte[]) Reflection.call(driver, "getScreenshotAs", bytes);
    }

    @Override
    public @Nullable Object url() throws Exception {
        return Reflection.call(driver, "getCurrentUrl");
    }

    @Override
    public @Nullable Object title() throws Exception {
        return Reflection.call(driver, "getTitle");
    }

    @Override
    public @Nullable String size() throws Exception {
        Object size = follow("manage", "window", "getSize");
        return size == null ? null : Reflection.call(size, "getWidth") + "x" + Reflection.call(size, "getHeight");
    }

    @Override
    public @Nullable Object session() throws Exception {
        return Reflection.call(driver, "getSessionId");
    }

    @Override
    public @Nullable Object node() throws Exception {
        return new GridNode().of(driver, String.valueOf(session()));
    }

    @Override
    public @Nullable Object pageSource() throws Exception {
        return Reflection.call(driver, "getPageSource");
    }

    @Override
    public @Nullable String console() throws Exception {
        Object logs = follow("manage", "logs");
        Object entries = logs == null ? null : Reflection.call(logs, "get", "browser");
        if (!(entries instanceof Iterable<?> lines)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private @Nullable Object follow(String... methods) throws Exception {
        Object reached = driver;
        for (String method : methods) {
            if (reached != null) {
                reached = Reflection.call(reached, method);
            }
        }
        return reached;
    }
}
