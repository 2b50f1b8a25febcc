package dev.attest.standin.pages;

import dev.attest.standin.wire.Route;
import java.util.List;

/** What the service answers, and how sure that is. */
record RoutesPage(String product, List<Route> routes, List<AssumptionLine> assumptions) {

    /** An assumption, and whether this service holds to it. */
    record AssumptionLine(String name, String text, boolean holds) {}
}
