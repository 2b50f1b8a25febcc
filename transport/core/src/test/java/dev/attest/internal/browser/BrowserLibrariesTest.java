package dev.attest.internal.browser;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

class BrowserLibrariesTest {

    @TempDir
    Path folder;

    @Test
    void areUnusedWithoutOne() {
        assertThat(BrowserLibraries.areUsed(ClassLoader.getPlatformClassLoader()))
                .isFalse();
    }

    @Test
    void areUsedOnceADriverIsCreated() throws Exception {
        ClassLoader loader = new CompiledProject(folder)
                .with("package org.openqa.selenium.remote;"
                        + " public class RemoteWebDriver { static Object log = new Object(); }")
                .with("package com.microsoft.playwright.impl;"
                        + " public class PageImpl { static Object log = new Object(); }")
                .loader();

        assertThat(BrowserLibraries.areUsed(loader)).isFalse();
        Class.forName("com.microsoft.playwright.impl.PageImpl", true, loader);
        assertThat(BrowserLibraries.areUsed(loader)).isTrue();
    }

    @Test
    void areUsedWithAnotherDriverThanTheUsualOne() {
        assertThat(BrowserLibraries.areUsed(getClass().getClassLoader())).isTrue();
    }
}
