package dev.attest.internal.browser;

import dev.attest.internal.browser.classes.UserClasses;
import dev.attest.spi.TestContext;
import java.util.HashSet;
import java.util.Set;

/**
 * Which classes and objects a search reads.
 *
 * @param userClasses classes whose objects are followed
 * @param testClasses classes whose static fields only this test uses, as far as is known
 * @param wide whether the search goes beyond the objects in the fields of the test
 */
record SearchScope(
        UserClasses userClasses,
        Set<Class<?>> testClasses,
        Containers containers,
        Unwrapping unwrapping,
        boolean wide) {

    static SearchScope of(BrowserCandidates candidates) {
        TestContext test = candidates.test();
        Set<Class<?>> testClasses = new HashSet<>();
        for (Class<?> type = test.testClass(); type != null; type = type.getEnclosingClass()) {
            testClasses.add(type);
        }
        for (Object instance : test.instances()) {
            if (instance != null) {
                testClasses.add(instance.getClass());
            }
        }
        ClassLoader ofTest = test.testClass().getClassLoader();
        ClassLoader loader = ofTest == null ? ClassLoader.getSystemClassLoader() : ofTest;
        Mocks mocks = new Mocks(loader);
        Containers containers = new Containers(new SafeContainers(mocks, candidates.serial()), candidates.serial());
        return new SearchScope(
                new UserClasses(test.testClass()),
                testClasses,
                containers,
                new Unwrapping(mocks, containers),
                BrowserLibraries.areUsed(loader));
    }

    boolean isOfTest(Class<?> type) {
        return testClasses.contains(type);
    }

    boolean isFromUser(Class<?> type) {
        return userClasses.contains(type);
    }
}
