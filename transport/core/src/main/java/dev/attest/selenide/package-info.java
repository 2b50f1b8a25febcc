/** Takes in what Selenide saves. Loaded by Selenide, and by nothing else. */
@NullMarked
package dev.attest.selenide;

import org.jspecify.annotations.NullMarked;
