package dev.attest.testkit;

import dev.attest.AttachmentType;
import dev.attest.Target;
import dev.attest.internal.config.setting.AzureKeys;
import dev.attest.internal.recorder.AnnotationLinks;
import dev.attest.spi.CallbackLookup;
import dev.attest.spi.Failure;
import dev.attest.spi.Links;
import dev.attest.spi.Outcome;
import dev.attest.spi.ReportName;
import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;
import dev.attest.spi.TestId;
import dev.attest.spi.TestLinks;
import dev.attest.spi.TestRecorder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes down what is reported, a line for each call. */
public class RecordingRecorder implements TestRecorder {

    /** Package and test class around the fixtures, and hash codes. */
    private static final String NOISE =
            "dev\\.attest\\.(junit5|testng)\\.|\\b\\w+(Test|Fixtures)\\$|(?<=\\w)@[0-9a-f]{5,8}\\b";

    private final List<TestDescription> planned = new CopyOnWriteArrayList<>();

    /** Which recorder the fixtures of a thread speak to. */
    private static final InheritableThreadLocal<RecordingRecorder> SPOKEN_TO = new InheritableThreadLocal<>();

    private final List<String> ledger = new CopyOnWriteArrayList<>();
    private final AnnotationLinks linking =
            new AnnotationLinks(Pattern.compile(AzureKeys.TEST_CASE_PATTERN.defaultText()));
    private final Map<String, Links> links = new ConcurrentHashMap<>();
    private final List<TestId> ids = new CopyOnWriteArrayList<>();
    private final List<TestCode> codes = new CopyOnWriteArrayList<>();
    private final List<ReportName> reportNames = new CopyOnWriteArrayList<>();
    private final Map<String, String> titles = new ConcurrentHashMap<>();
    private final List<String> configurations = new CopyOnWriteArrayList<>();
    private final Map<String, Thread> threads = new ConcurrentHashMap<>();
    private final String usualEngine;
    private final List<CallbackLookup> lookups = new CopyOnWriteArrayList<>();

    /**
     * Makes one that has written down nothing.
     *
     * @param usualEngine the engine that is left out of what is written down
     */
    public RecordingRecorder(String usualEngine) {
        this.usualEngine = usualEngine;
    }

    /** Returns a recorder whose comments go to whichever recorder knows the test. */
    public static TestRecorder ofTheJvm() {
        return new JvmWideRecorder();
    }

    /** Writes down what a fixture says, and whom that belongs to. */
    public static void say(String words) {
        RecordingRecorder recorder = SPOKEN_TO.get();
        recorder.note(
                "said " + words + " in " + (recorder.current() == null ? "none" : recorder.title(recorder.current())));
    }

    /** Lets fixtures of this thread, and of those that it makes, speak to this recorder. */
    public void listen() {
        SPOKEN_TO.set(this);
    }

    /** Returns the lines, without the package and the test class around the fixtures, which say nothing. */
    public String ledger() {
        return text(ledger.stream());
    }

    /** Returns the lines in alphabetical order, for what runs in parallel. */
    public String sortedLedger() {
        return text(ledger.stream().sorted());
    }

    /** Returns what tests and fixtures belong to, by their titles. */
    public Map<String, Links> linksByTitle() {
        return links;
    }

    public List<TestId> ids() {
        return ids;
    }

    public List<TestCode> codes() {
        return codes;
    }

    public List<ReportName> reportNames() {
        return reportNames;
    }

    /** Returns the configurations that were reported, each with the name of its file. */
    public List<String> configurations() {
        return configurations;
    }

    public void note(String line) {
        ledger.add(line);
    }

    @Override
    public TestLinks links() {
        return linking;
    }

    @Override
    public void preparing(String key) {
        threads.put(key, Thread.currentThread());
        titles.put(key, "preparation");
        note("preparing");
    }

    @Override
    public void abandoned(String key) {
        note("abandoned " + title(key));
        forget(key);
        JvmWideRecorder.abandoned();
    }

    @Override
    public void started(String key, TestDescription test, TestCode code) {
        boolean prepared = threads.containsKey(key);
        threads.put(key, Thread.currentThread());
        titles.put(key, test.title());
        codes.add(code);
        ids.add(test.id());
        links.put(test.title(), test.links());
        reportNames.add(test.reportName());
        note((prepared ? "started as prepared " : "started ") + test.title() + tags(test) + " " + id(test));
        JvmWideRecorder.began(key, this);
    }

    @Override
    public void finished(String key, Outcome outcome, @Nullable Failure failure) {
        note("finished " + title(key) + ": " + outcome + why(failure));
        forget(key);
    }

    @Override
    public void stopped(String key, Outcome outcome, @Nullable Failure failure) {
        note("stopped " + title(key));
    }

    @Override
    public void retried(String key, Failure failure) {
        note("retried " + title(key) + why(failure).replaceFirst(",", ":"));
        forget(key);
    }

    @Override
    public void output(String key, String text) {
        note("output " + title(key) + ": " + text.replace("\n", "\\n"));
    }

    @Override
    public void detached(String key, Outcome outcome, @Nullable Failure failure) {
        threads.remove(key);
    }

    @Override
    public void planned(List<TestDescription> tests) {
        planned.addAll(tests);
    }

    @Override
    public void concluded(TestDescription test, Outcome outcome, @Nullable Failure failure) {
        ids.add(test.id());
        links.put(test.title(), test.links());
        reportNames.add(test.reportName());
        note("concluded " + test.title() + tags(test) + " " + id(test) + ": " + outcome + why(failure));
    }

    @Override
    public void addLookup(CallbackLookup lookup) {
        lookups.add(lookup);
    }

    @Override
    public void removeLookup(CallbackLookup lookup) {
        lookups.remove(lookup);
    }

    @Override
    public @Nullable String current() {
        return lookups.stream()
                .map(CallbackLookup::test)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(this::innermost);
    }

    @Override
    public @Nullable String innermost() {
        return JvmWideRecorder.prepared()
                .or(() -> threads.entrySet().stream()
                        .filter(each -> each.getValue() == Thread.currentThread())
                        .map(Map.Entry::getKey)
                        .findFirst())
                .orElse(null);
    }

    @Override
    public boolean isRunning(String container) {
        return lookups.stream().anyMatch(lookup -> lookup.isRunning(container));
    }

    @Override
    public @Nullable String upcoming() {
        return null;
    }

    @Override
    public void apart(Runnable event) {
        event.run();
    }

    @Override
    public Thread thread() {
        return Thread.currentThread();
    }

    @Override
    public boolean isSerial() {
        return true;
    }

    @Override
    public void abandonUpcoming() {}

    @Override
    public void comment(String key, String line) {
        note("comment " + title(key) + ": " + line);
    }

    @Override
    public void attach(String key, String fileName, String content, @Nullable AttachmentType type) {
        attach(key, fileName, content.getBytes(StandardCharsets.UTF_8), type);
    }

    @Override
    public void attach(String key, String fileName, byte[] content, @Nullable AttachmentType type) {
        note("attach " + title(key) + ": " + fileName + " " + type + " " + new String(content, StandardCharsets.UTF_8));
    }

    @Override
    public void attach(String key, Path file, @Nullable AttachmentType type) {
        note("attach " + title(key) + ": " + nameOf(file) + " " + type);
    }

    @Override
    public void attachTo(Target target, @Nullable String key, Path file, String comment) {
        note("attach to " + target + ": " + file.getFileName());
    }

    @Override
    public void configuration(String fileName, String content) {
        configurations.add(fileName + ": " + content);
    }

    @Override
    public void attachToRun(Path file, @Nullable AttachmentType type) {
        note("attach to run: " + nameOf(file) + " " + type);
    }

    private String title(String key) {
        return titles.getOrDefault(key, "(not running) " + key);
    }

    private void forget(String key) {
        titles.remove(key);
        threads.remove(key);
        JvmWideRecorder.ended(key);
    }

    private static String nameOf(Path file) {
        return file.getFileName() + (Files.isDirectory(file) ? "/" : "");
    }

    private String id(TestDescription test) {
        TestId id = test.id();
        String engine = id.engine().equals(usualEngine) ? "" : id.engine() + ":";
        return Stream.of(engine, id.className(), id.method(), id.path())
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" ", "<", ">"));
    }

    private static String tags(TestDescription test) {
        return test.tags().isEmpty() ? "" : " " + test.tags();
    }

    private static String why(@Nullable Failure failure) {
        return failure == null
                ? ""
                : ", " + failure.message() + (failure.stackTrace().isEmpty() ? "" : " (with trace)");
    }

    private static String text(Stream<String> lines) {
        return lines.map(line -> line.replaceAll(NOISE, "") + "\n").collect(Collectors.joining());
    }

    /** Returns the titles of the tests that were announced. */
    public List<String> planned() {
        return planned.stream().map(TestDescription::title).toList();
    }
}
