package dev.attest.systemtests.specs;

import dev.attest.standin.StandIn;
import dev.attest.standin.StandInOptions;
import dev.attest.standin.rules.Assumption;
import dev.attest.standin.rules.Product;
import dev.attest.testkit.LoopbackProxy;
import dev.attest.testkit.Service;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** A stand-in with a plan, and everything that is said to it. A reopened run there takes no new results. */
final class RecordedService implements AutoCloseable {

    private final List<Exchange> exchanges = new CopyOnWriteArrayList<>();
    private final Service service;
    private final LoopbackProxy proxy;

    private RecordedService(Service service) throws IOException {
        this.service = service;
        this.proxy = new LoopbackProxy(service.standIn().url(), (request, origin) -> {
            LoopbackProxy.Reply reply = origin.send(request);
            exchanges.add(new Exchange(request, reply));
            return reply;
        });
    }

    static RecordedService start(Product product, Path folder) throws IOException {
        Path plan = folder.resolve("wire-plan.json");
        try (InputStream resource = RecordedService.class.getResourceAsStream("wire-plan.json")) {
            Files.write(plan, resource.readAllBytes());
        }
        return new RecordedService(Service.start(StandInOptions.defaults()
                .emulating(product)
                .without(Assumption.ROWS_AFTER_REOPEN)
                .withPlans(plan)));
    }

    StandIn standIn() {
        return service.standIn();
    }

    URI url() {
        return proxy.url();
    }

    /** Returns what a user sets to publish here. */
    Map<String, String> environment() {
        Map<String, String> environment = new HashMap<>(service.environment());
        environment.put("ATTEST_AZURE_URL", url().toString());
        return environment;
    }

    List<Exchange> exchanges() {
        return exchanges;
    }

    @Override
    public void close() {
        proxy.close();
        service.close();
    }
}
