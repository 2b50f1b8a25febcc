/** The handler that Selenide loads through ServiceLoader, for the files that it saves. */
@NullMarked
package dev.attest.internal.browser.selenide;

import org.jspecify.annotations.NullMarked;
