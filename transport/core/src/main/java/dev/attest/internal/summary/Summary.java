package dev.attest.internal.summary;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * What all JVMs of a build did.
 *
 * @param jvms number of JVMs
 * @param began start of the first test in milliseconds since 1970; 0 if there was none
 * @param ended end of the last one
 */
record Summary(
        Counts counts,
        int jvms,
        long began,
        long ended,
        List<NamedTest> broken,
        List<NamedTest> retried,
        List<NamedTest> slowest,
        Set<String> runs,
        Set<String> remarks) {

    /** In so many runs in a row, a test that is known to fail has passed often enough. */
    private static final int ENOUGH_PASSES = 10;

    static Summary of(Collection<Digest> digests) {
        Counts counts = Counts.NONE;
        long began = 0;
        long ended = 0;
        List<NamedTest> broken = new ArrayList<>();
        List<NamedTest> retried = new ArrayList<>();
        List<NamedTest> slowest = new ArrayList<>();
        Set<String> runs = new LinkedHashSet<>();
        Set<String> remarks = new LinkedHashSet<>();
        Map<String, Integer> covered = new TreeMap<>();
        for (Digest digest : digests) {
            counts = counts.plus(digest.counts());
            began = digest.began() > 0 && (began == 0 || digest.began() < began) ? digest.began() : began;
            ended = Math.max(ended, digest.ended());
            broken.addAll(digest.broken());
            retried.addAll(digest.retried());
            slowest.addAll(digest.slowest());
            runs.addAll(digest.runs());
            remarks.addAll(digest.remarks());
            for (Map.Entry<String, Integer> entry : digest.covered().entrySet()) {
                covered.merge(entry.getKey(), entry.getValue(), Math::min);
            }
        }
        for (Map.Entry<String, Integer> entry : covered.entrySet()) {
            if (entry.getValue() >= ENOUGH_PASSES) {
                remarks.add("The tests of the quarantine entry " + entry.getKey() + " have passed in "
                        + entry.getValue() + " runs in a row: it may be removed.");
            }
        }
        // Those of a kind stay in their order.
        broken.sort(Comparator.comparing(test -> test.review().judgement().kind()));
        slowest.sort(Comparator.comparingLong(NamedTest::millis).reversed());
        List<NamedTest> ten = slowest.subList(0, Math.min(slowest.size(), TestTally.MOST_SLOW));
        return new Summary(counts, digests.size(), began, ended, broken, retried, ten, runs, remarks);
    }
}
