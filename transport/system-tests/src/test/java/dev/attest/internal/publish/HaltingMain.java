package dev.attest.internal.publish;

import dev.attest.internal.azure.AzureDestination;
import dev.attest.internal.config.AzureSettings;
import dev.attest.internal.destination.DeliveryResult;
import dev.attest.internal.destination.Destination;
import dev.attest.internal.journal.Journal;
import dev.attest.internal.journal.WaitingJournals;
import dev.attest.internal.journal.WatchedJournal;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A JVM that publishes a run, and that halts at the nth of the points where it touches the disk or the service. It says
 * which that was, and before it each attempt and each file that the journal has taken.
 */
final class HaltingMain {

    private final AtomicInteger points = new AtomicInteger();
    private final int last;

    private HaltingMain(int last) {
        this.last = last;
    }

    /** @param arguments folder, number of the point, title, address, project, token */
    public static void main(String[] arguments) throws IOException {
        HaltingMain main = new HaltingMain(Integer.parseInt(arguments[1]));
        Journal journal = WatchedJournal.open(Path.of(arguments[0]), main::pass);
        AzureSettings settings = Service.settings(URI.create(arguments[3]), arguments[4], arguments[5]);
        Destination azure = main.watched(new AzureDestination(settings, Map.of()));
        Publisher publisher = FaultMatrixIT.publisher(azure, journal, WaitingJournals.NONE, 2, System.err::println);
        publisher.start();
        new RandomRun(journal, arguments[2], 1, System.out::println).report();
        publisher.finish(Duration.ofSeconds(30));
        journal.delete();
    }

    private void pass(String point) {
        if (points.incrementAndGet() == last) {
            System.out.println("halted " + point);
            Runtime.getRuntime().halt(9);
        }
    }

    private Destination watched(Destination destination) {
        return (Destination) Proxy.newProxyInstance(
                Destination.class.getClassLoader(), new Class<?>[] {Destination.class}, (proxy, method, sent) -> {
                    boolean sends = method.getReturnType() == DeliveryResult.class;
                    if (sends) {
                        pass("before it sends: " + method.getName());
                    }
                    try {
                        return method.invoke(destination, sent);
                    } catch (InvocationTargetException e) {
                        throw e.getTargetException();
                    } finally {
                        if (sends) {
                            pass("after it sent: " + method.getName());
                        }
                    }
                });
    }
}
