package dev.attest.systemtests.delivery;

import dev.attest.testkit.LoopbackProxy;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Stands before a stand-in, and answers each request that contains one of some things with the same status for ever.
 */
final class PoisonedService implements AutoCloseable {

    /** Requests whose path ends like this and that contain this text, in their query or their body. */
    record Poison(String method, String path, String text) {

        private boolean isIn(LoopbackProxy.Request request) {
            String content =
                    request.uri().getRawQuery() + new String(request.body().bytes(), StandardCharsets.UTF_8);
            return method.equals(request.method()) && request.uri().getPath().endsWith(path) && content.contains(text);
        }
    }

    private final LoopbackProxy proxy;

    PoisonedService(URI behind, int status, List<Poison> poisons) throws IOException {
        this.proxy = new LoopbackProxy(
                behind,
                (request, origin) -> poisons.stream().anyMatch(poison -> poison.isIn(request))
                        ? LoopbackProxy.Reply.withoutBody(status)
                        : origin.send(request));
    }

    /** Returns the address of the collection. */
    String url() {
        return proxy.url().toString();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
