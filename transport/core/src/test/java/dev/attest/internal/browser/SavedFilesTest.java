package dev.attest.internal.browser;

import com.codeborne.selenide.ex.UIAssertionError;
import dev.attest.internal.guard.Guard;
import dev.attest.spi.TestRecorder;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Takes in what Selenide saves, and knows the picture that a failure tells of. */
class SavedFilesTest {

    @TempDir
    Path folder;

    private final List<String> recorded = new ArrayList<>();
    private @Nullable String current = "key";

    private final TestRecorder recorder = (TestRecorder) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {TestRecorder.class}, (self, method, arguments) -> {
                if (method.getName().equals("current")) {
                    return current;
                }
                String what = arguments[1] instanceof Path file
                        ? file.getFileName().toString()
                        : arguments[1] + " with text " + arguments[2];
                recorded.add(arguments[0] + " " + what);
                return null;
            });

    private final SavedFiles saved = new SavedFiles(recorder, new Guard());

    @Test
    void attachesPicturesAsTheyAreAndSourcesAsTextThatIsMasked() throws Exception {
        assertThat(saved.add(file("1.html", "<p>"))).isTrue();
        assertThat(saved.add(file("1.png", "png"))).isTrue();

        assertThat(recorded).containsExactly("key 1.html with text <p>", "key 1.png");
    }

    @Test
    void leavesOutWhatIsEmptyOrNotThereYet() throws Exception {
        saved.add(file("driver.log", ""));
        saved.add(folder.resolve("later.log"));

        assertThat(recorded).isEmpty();
    }

    @Test
    void takesNothingOutsideOfATest() throws Exception {
        current = null;

        assertThat(saved.add(file("1.png", "png"))).isFalse();
        assertThat(recorded).isEmpty();
    }

    @Test
    void knowsThePictureThatAFailureTellsOf() throws Exception {
        saved.add(file("1.png", "png"));

        assertThat(saved.screenshotOf("key", new UIAssertionError("file:/reports/1.png")))
                .isEqualTo("1.png");
        assertThat(saved.screenshotOf("key", new UIAssertionError("file:/reports/2.png")))
                .isNull();
        assertThat(saved.screenshotOf("another key", new UIAssertionError("file:/reports/1.png")))
                .isNull();
        assertThat(saved.screenshotOf("key", new AssertionError("file:/reports/1.png")))
                .isNull();
        assertThat(saved.screenshotOf("key", null)).isNull();
    }

    private Path file(String name, String content) throws Exception {
        return Files.writeString(folder.resolve(name), content);
    }
}
