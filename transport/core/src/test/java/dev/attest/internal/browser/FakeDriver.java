package dev.attest.internal.browser;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.TakesScreenshot;
import org.openqa.selenium.WebDriver;

/** A driver whose picture is its name. */
public class FakeDriver implements WebDriver, TakesScreenshot {

    private final String name;
    private final Callable<String> picture;
    String session = "s-1";
    String source;
    int asked;

    public FakeDriver(String name) {
        this(name, () -> name);
    }

    FakeDriver(String name, Callable<String> picture) {
        this.name = name;
        this.picture = picture;
        this.source = "<p>" + name;
    }

    @Override
    public <X> X getScreenshotAs(OutputType<X> target) {
        asked++;
        try {
            return target.convert(picture.call().getBytes(StandardCharsets.UTF_8));
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public String getCurrentUrl() {
        return "http://127.0.0.1/" + name;
    }

    @Override
    public String getTitle() {
        return "Title of " + name;
    }

    @Override
    public String getPageSource() {
        return source;
    }

    public void quit() {
        session = null;
    }

    public String getSessionId() {
        return session;
    }

    public Manage manage() {
        return new Manage();
    }

    /** What is said of window and logs. */
    public static final class Manage {

        public Manage window() {
            return this;
        }

        public Manage getSize() {
            return this;
        }

        public int getWidth() {
            return 1000;
        }

        public int getHeight() {
            return 700;
        }

        public Manage logs() {
            return this;
        }

        public List<String> get(String log) {
            return List.of(log + " says one", log + " says two");
        }
    }
}
