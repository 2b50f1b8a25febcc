package org.openqa.selenium.support.decorators;

/** Stands for Selenium's, which its decorated drivers implement. */
public interface Decorated<T> {

    T getOriginal();
}
