package dev.attest.junit5;

import dev.attest.spi.FingerprintMap;
import dev.attest.spi.TestId;

/**
 * Gives each test of this JVM an identity of its own, whatever its engine calls it. The second test with the name of
 * another gets a counter. A test that runs again, in this plan or another, keeps its identity.
 */
final class DistinctIds {

    /** Fingerprints of unique ids in the Platform by those of what a service knows tests by. */
    private static final FingerprintMap OWNERS = new FingerprintMap();

    private DistinctIds() {}

    /** @param uniqueId fingerprint of the id that the Platform has for the test */
    static TestId of(TestId test, long uniqueId) {
        return of(test, FingerprintMap.of(test.className(), test.invocationName()), uniqueId);
    }

    /**
     * Returns the same as {@link #of(TestId, long)}, without computing the name of the test.
     *
     * @param name fingerprint of the name of the class and the {@linkplain TestId#invocationName() name} of the test
     */
    static TestId of(TestId test, long name, long uniqueId) {
        TestId distinct = test;
        long distinctName = name;
        for (int count = 2; !isOwner(distinctName, uniqueId); count++) {
            String more = "~" + count;
            distinct = new TestId(
                    test.engine(),
                    test.className(),
                    test.method(),
                    test.path().isEmpty() ? more : test.path() + "/" + more);
            distinctName = FingerprintMap.of(distinct.className(), distinct.invocationName());
        }
        return distinct;
    }

    private static boolean isOwner(long name, long uniqueId) {
        long owner = OWNERS.putIfAbsent(name, uniqueId);
        return owner == 0 || owner == uniqueId;
    }
}
