package dev.attest.internal.browser;

/**
 * Where an object was found.
 *
 * @param name such as {@code CartTest.driver}
 * @param shared whether other threads may use the object, because a static field of a class that is not the test's
 *     holds it
 * @param leftover whether the object may be left from another test: it is one of several, or in a class that has
 *     nothing to do with the test
 */
record Location(String name, boolean shared, boolean leftover) {

    static Location ofTest(String name) {
        return new Location(name, false, false);
    }

    Location named(String field) {
        return new Location(field, shared, leftover);
    }

    Location amongOthers() {
        return new Location(name, shared, true);
    }

    Location ofThisThread() {
        return new Location(name, false, leftover);
    }
}
