package dev.attest.internal.console;

import dev.attest.internal.guard.OwnOutput;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class TeePrintStreamTest {

    interface Call {
        void on(PrintStream stream) throws IOException;
    }

    private final ByteArrayOutputStream console = new ByteArrayOutputStream();
    private final PrintStream original = new PrintStream(console, true, StandardCharsets.UTF_8);
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final TeePrintStream tee = new TeePrintStream(original, Channel.OUT, (channel, text) -> told.add(text));

    static Stream<Named<Call>> tellsWhatEachMethodPrintsAndForwardsIt() {
        byte[] bytes = "aüb".getBytes(StandardCharsets.UTF_8);
        return Stream.of(
                call("print(boolean)", stream -> stream.print(true)),
                call("print(char)", stream -> stream.print('ü')),
                call("print(int)", stream -> stream.print(1)),
                call("print(long)", stream -> stream.print(1L)),
                call("print(float)", stream -> stream.print(1.5f)),
                call("print(double)", stream -> stream.print(1.5)),
                call("print(char[])", stream -> stream.print(new char[] {'ä', 'b'})),
                call("print(String)", stream -> stream.print("ä€😀")),
                call("print(String) of null", stream -> stream.print((String) null)),
                call("print(Object)", stream -> stream.print(List.of("ä"))),
                call("print(Object) of null", stream -> stream.print((Object) null)),
                call("println()", PrintStream::println),
                call("println(boolean)", stream -> stream.println(true)),
                call("println(char)", stream -> stream.println('ü')),
                call("println(int)", stream -> stream.println(1)),
                call("println(long)", stream -> stream.println(1L)),
                call("println(float)", stream -> stream.println(1.5f)),
                call("println(double)", stream -> stream.println(1.5)),
                call("println(char[])", stream -> stream.println(new char[] {'ä', 'b'})),
                call("println(String)", stream -> stream.println("ä€😀")),
                call("println(String) of null", stream -> stream.println((String) null)),
                call("println(Object)", stream -> stream.println(List.of("ä"))),
                call("printf", stream -> stream.printf("%s %.1f%%", "ä", 1.5)),
                call("printf of a locale", stream -> stream.printf(Locale.GERMANY, "%.1f", 1.5)),
                call("format", stream -> stream.format("%s %%s", "ä")),
                call("format of a locale", stream -> stream.format(Locale.GERMANY, "%.1f", 1.5)),
                call("append(char)", stream -> stream.append('ü')),
                call("append(CharSequence)", stream -> stream.append(new StringBuilder("äb"))),
                call("append(CharSequence) of null", stream -> stream.append(null)),
                call("append of a part", stream -> stream.append("xäbx", 1, 3)),
                call("append of a part of null", stream -> stream.append(null, 1, 3)),
                call("write(int)", stream -> stream.write('a')),
                call("write(int) of parts of a character", stream -> {
                    for (byte each : bytes) {
                        stream.write(each);
                    }
                }),
                call("write(byte[])", stream -> stream.write(bytes)),
                call("write of a part", stream -> stream.write(bytes, 1, 2)),
                call("writeBytes", stream -> stream.writeBytes(bytes)));
    }

    @ParameterizedTest
    @MethodSource
    void tellsWhatEachMethodPrintsAndForwardsIt(Call call) throws IOException {
        ByteArrayOutputStream expected = new ByteArrayOutputStream();
        call.on(new PrintStream(expected, true, StandardCharsets.UTF_8));

        call.on(tee);

        assertThat(String.join("", told)).isEqualTo(expected.toString(StandardCharsets.UTF_8));
        assertThat(console.toByteArray()).isEqualTo(expected.toByteArray());
    }

    @Test
    void overridesEveryMethodThatPrints() {
        Set<String> known = Arrays.stream(TeePrintStream.class.getDeclaredMethods())
                .map(TeePrintStreamTest::signature)
                .collect(Collectors.toSet());

        assertThat(PrintStream.class.getDeclaredMethods())
                .filteredOn(method -> Modifier.isPublic(method.getModifiers()))
                .filteredOn(method -> !method.getName().equals("charset"))
                .extracting(TeePrintStreamTest::signature)
                .allSatisfy(signature -> assertThat(known).contains(signature));
    }

    @Test
    void forwardsToTheSameMethodSoThatTextStaysText() {
        StringBuilder lines = new StringBuilder();
        PrintStream ofBuildTool = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.US_ASCII) {
            @Override
            public void println(String line) {
                lines.append(line).append('\n');
            }
        };

        new TeePrintStream(ofBuildTool, Channel.OUT, (channel, text) -> {}).println("äöü");

        assertThat(lines).hasToString("äöü\n");
    }

    @Test
    void readsBytesThatAreNoUtf8InTheCharsetOfTheConsole() {
        byte[] latin = "ä!".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(new ConsoleDecoder(StandardCharsets.ISO_8859_1).decode(latin, 0, 2))
                .isEqualTo("ä!");
    }

    @Test
    void printsAnObjectThatPrintsWhileItIsPrinted() {
        Object talkative = new Object() {
            @Override
            public String toString() {
                tee.println("inner");
                return "outer";
            }
        };

        tee.println(talkative);

        assertThat(told).containsExactly("inner" + System.lineSeparator(), "outer" + System.lineSeparator());
    }

    @Test
    void doesNotListenToItsListener() {
        List<String> heard = new CopyOnWriteArrayList<>();
        PrintStream[] self = new PrintStream[1];
        self[0] = new TeePrintStream(original, Channel.ERR, (channel, text) -> {
            heard.add(text);
            self[0].print("echo");
        });

        self[0].print("call");

        assertThat(heard).containsExactly("call");
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("callecho");
    }

    @Test
    void printsOnWhenItsListenerFails() {
        PrintStream stream = new TeePrintStream(original, Channel.OUT, (channel, text) -> {
            throw new OutOfMemoryError("thrown on purpose");
        });

        stream.print("a");
        stream.print("b");

        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("ab");
    }

    @Test
    void failsAsTheOriginalDoes() {
        assertThatThrownBy(() -> tee.print((char[]) null)).isInstanceOf(NullPointerException.class);
        assertThatThrownBy(() -> tee.printf("%d", "no number")).isInstanceOf(IllegalArgumentException.class);
        assertThat(told).isEmpty();
    }

    @Test
    void keepsTheWordsOfAttestOut() {
        OwnOutput.say(() -> tee.println("Attest: publishes"));

        assertThat(told).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).startsWith("Attest: publishes");
    }

    @Test
    void keepsOutWhatAThreadOfAttestPrints() throws InterruptedException {
        Thread own = new Thread(() -> tee.println("uploaded"), "attest-upload-1");
        own.start();
        own.join();

        assertThat(told).isEmpty();
    }

    @Test
    void onlyForwardsOnceItIsSilenced() {
        tee.silence();

        tee.print("a");

        assertThat(told).isEmpty();
        assertThat(console.toString(StandardCharsets.UTF_8)).isEqualTo("a");
    }

    @Test
    void tellsOfErrorsAndClosesAsTheOriginalDoes() {
        tee.close();
        tee.print("lost");
        tee.flush();

        assertThat(tee.checkError()).isEqualTo(original.checkError());
        assertThat(console.size()).isZero();
    }

    private static Named<Call> call(String name, Call call) {
        return Named.of(name, call);
    }

    private static String signature(Method method) {
        return method.getName() + Arrays.toString(method.getParameterTypes());
    }
}
