package dev.attest.junit5;

import dev.attest.spi.TestId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each test of this JVM an identity of its own, whatever its engine calls it. The second test with the name of
 * another gets a counter. A test that runs again, in this plan or another, keeps its identity.
 */
final class DistinctIds {

    /** The unique id in the Platform by what a service knows a test by. */
    private static final Map<List<String>, String> OWNERS = new ConcurrentHashMap<>();

    private DistinctIds() {}

    /** @param uniqueId the id that the Platform has for the test */
    static TestId of(TestId test, String uniqueId) {
        TestId distinct = test;
        for (int count = 2; !isOwner(distinct, uniqueId); count++) {
            String more = "~" + count;
            distinct = new TestId(
                    test.engine(),
                    test.className(),
                    test.method(),
                    test.path().isEmpty() ? more : test.path() + "/" + more);
        }
        return distinct;
    }

    private static boolean isOwner(TestId test, String uniqueId) {
        String owner = OWNERS.putIfAbsent(List.of(test.className(), test.invocationName()), uniqueId);
        return owner == null || owner.equals(uniqueId);
    }
}
