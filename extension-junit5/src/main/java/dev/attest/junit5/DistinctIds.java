package dev.attest.junit5;

import dev.attest.spi.TestId;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Gives each test of this JVM an identity of its own, whatever its engine calls it. The second test with the name of
 * another gets a counter. A test that runs again, in this plan or another, keeps its identity.
 */
final class DistinctIds {

    /** Hashes of unique ids in the Platform by those of what a service knows tests by. There may be 200,000. */
    private static final Map<UUID, UUID> OWNERS = new ConcurrentHashMap<>();

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
        UUID id = hash(uniqueId);
        UUID owner = OWNERS.putIfAbsent(hash(test.className() + "\n" + test.invocationName()), id);
        return owner == null || owner.equals(id);
    }

    private static UUID hash(String text) {
        return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
