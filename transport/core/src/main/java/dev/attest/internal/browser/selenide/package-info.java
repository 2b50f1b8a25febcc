/** What Selenide loads by itself, to hand over the files that it saves. */
@NullMarked
package dev.attest.internal.browser.selenide;

import org.jspecify.annotations.NullMarked;
