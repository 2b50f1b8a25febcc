/** Test plans, test suites and test points. */
@NullMarked
package dev.attest.standin.azure.plans;

import org.jspecify.annotations.NullMarked;
