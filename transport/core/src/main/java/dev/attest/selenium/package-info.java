/** Hears of the sessions that Selenium opens. Loaded by Selenium, and by nothing else. */
@NullMarked
package dev.attest.selenium;

import org.jspecify.annotations.NullMarked;
