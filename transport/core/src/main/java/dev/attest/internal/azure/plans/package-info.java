/** Links results to test cases and test points of Azure Test Plans. */
@NullMarked
package dev.attest.internal.azure.plans;

import org.jspecify.annotations.NullMarked;
