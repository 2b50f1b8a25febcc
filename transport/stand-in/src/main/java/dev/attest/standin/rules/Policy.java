package dev.attest.standin.rules;

import java.util.List;
import java.util.Set;

/**
 * The behaviour of one running Azure DevOps.
 *
 * @param product the emulated product
 * @param projects the existing projects; the first is the default
 * @param token the personal access token
 * @param builds the existing builds; empty if every build exists
 * @param signIn the answer to invalid credentials
 * @param waived the assumptions that are switched off
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

    /** Returns whether an assumption is on. */
    public boolean holds(Assumption assumption) {
        return !waived.contains(assumption);
    }
}
