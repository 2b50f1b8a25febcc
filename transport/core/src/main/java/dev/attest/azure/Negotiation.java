package dev.attest.azure;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Asks the service once which versions it speaks, unless a person chose one. Thread-safe; a failure is not kept. */
final class Negotiation {

    private final Service service;
    private final Addresses addresses;
    private @Nullable Versions versions;

    Negotiation(Service service, Addresses addresses, String chosen) {
        this.service = service;
        this.addresses = addresses;
        this.versions = chosen.isBlank() ? null : Versions.of(chosen.strip());
    }

    synchronized Versions versions() throws NotDeliveredException {
        Versions known = versions;
        if (known == null) {
            known = ask();
            versions = known;
        }
        return known;
    }

    private Versions ask() throws NotDeliveredException {
        Call call = Call.options("find out which API versions the service speaks", addresses.area());
        Optional<Versions> suiting = Versions.suiting(service.send(call).json());
        if (suiting.isEmpty()) {
            throw service.misdirected(call);
        }
        return suiting.get();
    }
}
