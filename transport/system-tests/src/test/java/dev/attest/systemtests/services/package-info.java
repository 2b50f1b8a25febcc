/** What one of the services alone has: work items, bugs, test plans, test sets, older versions. */
@NullMarked
package dev.attest.systemtests.services;

import org.jspecify.annotations.NullMarked;
