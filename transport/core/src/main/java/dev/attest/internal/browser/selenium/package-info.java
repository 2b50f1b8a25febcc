/** The HTTP client that Selenium loads through ServiceLoader, to record the commands of drivers. */
@NullMarked
package dev.attest.internal.browser.selenium;

import org.jspecify.annotations.NullMarked;
