package dev.attest.standin.rules;

import java.util.List;
import java.util.Set;

/**
 * What one running service holds to.
 *
 * @param product whose versions it speaks
 * @param projects that exist, the first being the default
 * @param token that opens the API
 * @param builds that exist; empty when any does
 * @param signIn how it turns away
 * @param waived assumptions that are switched off
 */
public record Policy(
        Product product,
        List<String> projects,
        String token,
        Set<Integer> builds,
        SignIn signIn,
        Set<Assumption> waived) {

    /** Copies the collections. */
    public Policy {
        projects = List.copyOf(projects);
        builds = Set.copyOf(builds);
        waived = Set.copyOf(waived);
    }

    /** Returns whether the strict reading applies. */
    public boolean holds(Assumption assumption) {
        return !waived.contains(assumption);
    }
}
