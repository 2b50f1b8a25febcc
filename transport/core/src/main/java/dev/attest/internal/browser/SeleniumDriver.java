package dev.attest.internal.browser;

import org.jspecify.annotations.Nullable;

/** A driver of Selenium, Appium or another library with Selenium's interfaces. */
record SeleniumDriver(Object driver) implements Browser {

    private static final String DRIVER = "org.openqa.selenium.WebDriver";
    private static final String TAKES_SCREENSHOT = "org.openqa.selenium.TakesScreenshot";
    private static final String DECORATORS = "org.openqa.selenium.support.decorators.";

    /** Elements of a page take screenshots too, but are not drivers. */
    static boolean isDriver(Object candidate) {
        return Reflection.is(candidate, TAKES_SCREENSHOT) && Reflection.is(candidate, DRIVER);
    }

    static boolean isDriverType(Class<?> type) {
        return Reflection.find(type, DRIVER) != null;
    }

    /** Returns the driver below the decorators, so that their listeners do not hear of the screenshot. */
    static Object undecorated(Object driver) {
        if (isDecorated(driver)) {
            try {
                Object original = Reflection.call(driver, "getOriginal");
                return original != null && isDriver(original) ? original : driver;
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
    public byte @Nullable [] screenshot() throws Exception {
        Class<?> type = Reflection.find(driver.getClass(), TAKES_SCREENSHOT);
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
        Object size = callChain("manage", "window", "getSize");
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
    public @Nullable PageSource pageSource() throws Exception {
        PageSource beginning = beginningOfSource();
        if (beginning != null) {
            return beginning;
        }
        Object whole = Reflection.call(driver, "getPageSource");
        return whole == null ? null : PageSource.of(whole.toString());
    }

    /** Returns null if the driver runs no scripts, such as one of a phone that shows no web page. */
    private @Nullable PageSource beginningOfSource() {
        try {
            return PageSource.ofScript(Reflection.call(driver, "executeScript", PageSource.SCRIPT, new Object[0]));
        } catch (Exception e) {
            return null;
        }
    }

    @Override
    public @Nullable String console() throws Exception {
        Object logs = callChain("manage", "logs");
        Object entries = logs == null ? null : Reflection.call(logs, "get", "browser");
        if (!(entries instanceof Iterable<?> lines)) {
            return null;
        }
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line).append('\n'));
        return text.toString();
    }

    private @Nullable Object callChain(String... methods) throws Exception {
        Object result = driver;
        for (String method : methods) {
            if (result != null) {
                result = Reflection.call(result, method);
            }
        }
        return result;
    }
}
