package dev.attest.junit5;

import dev.attest.spi.TestCode;
import dev.attest.spi.TestDescription;

/**
 * A test of a plan, and what the recorder needs to know when it starts.
 *
 * @param key unique id in the Platform, as a text; the recorder knows the running test by it
 * @param test what is reported of it, with its links
 * @param code class and method of the test
 */
record DescribedTest(String key, TestDescription test, TestCode code) {}
