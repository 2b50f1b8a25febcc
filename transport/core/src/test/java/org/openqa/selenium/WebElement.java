package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public interface WebElement extends TakesScreenshot {}
