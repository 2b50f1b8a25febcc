/** What Selenium loads by itself, to hear of the commands that drivers send. */
@NullMarked
package dev.attest.internal.browser.selenium;

import org.jspecify.annotations.NullMarked;
