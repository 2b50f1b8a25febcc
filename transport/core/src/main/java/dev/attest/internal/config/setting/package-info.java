/** Each setting, declared once, and the types of the values of settings. */
@NullMarked
package dev.attest.internal.config.setting;

import org.jspecify.annotations.NullMarked;
