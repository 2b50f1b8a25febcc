package dev.attest.qacomplete;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What a person should know at the end of the run. Thread-safe; each thing once, and no more than a person reads. */
final class Remarks {

    private static final int MOST = 30;

    private final Set<String> said = new LinkedHashSet<>();

    synchronized void add(String remark) {
        said.add(remark);
    }

    synchronized List<String> all() {
        List<String> all = new ArrayList<>(said.stream().limit(MOST).toList());
        if (said.size() > MOST) {
            all.add("QAComplete: " + (said.size() - MOST) + " more remarks of this kind.");
        }
        return List.copyOf(all);
    }
}
