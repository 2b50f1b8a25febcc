package dev.attest.internal.console;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class StandardStreamsTest {

    private final Map<Channel, PrintStream> place = new EnumMap<>(Channel.class);
    private final List<String> heard = new ArrayList<>();
    private final PrintStream first = stream();
    private final StandardStreams streams = new StandardStreams(
            new StandardStreams.Place() {
                @Override
                public PrintStream get(Channel channel) {
                    return place.get(channel);
                }

                @Override
                public void set(Channel channel, PrintStream stream) {
                    place.put(channel, stream);
                }
            },
            (channel, text) -> heard.add(channel + " " + text));

    StandardStreamsTest() {
        place.put(Channel.OUT, first);
        place.put(Channel.ERR, stream());
    }

    @Test
    void hearsBothStreams() {
        streams.install();

        place.get(Channel.OUT).print("a");
        place.get(Channel.ERR).print("b");

        assertThat(heard).containsExactly("OUT a", "ERR b");
    }

    @Test
    void putsBackWhatWasThere() {
        streams.install();
        streams.remove();

        assertThat(place.get(Channel.OUT)).isSameAs(first);
    }

    @Test
    void leavesAloneWhatSomebodyElsePutThere() {
        streams.install();
        PrintStream theirs = new PrintStream(place.get(Channel.OUT), true, StandardCharsets.UTF_8);
        place.put(Channel.OUT, theirs);
        streams.remove();

        place.get(Channel.OUT).print("not heard");

        assertThat(place.get(Channel.OUT)).isSameAs(theirs);
        assertThat(heard).isEmpty();
    }

    @Test
    void hearsEachTextOnceHoweverOftenItIsInstalled() {
        streams.install();
        streams.install();
        place.put(Channel.OUT, new PrintStream(place.get(Channel.OUT), true, StandardCharsets.UTF_8));
        streams.install();

        place.get(Channel.OUT).print("a");

        assertThat(heard).containsExactly("OUT a");
    }

    private static PrintStream stream() {
        return new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    }
}
