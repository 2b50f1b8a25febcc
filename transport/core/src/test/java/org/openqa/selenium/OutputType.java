package org.openqa.selenium;

/** Stands for Selenium's, which the core does without. */
public interface OutputType<T> {

    OutputType<byte[]> BYTES = png -> png;

    T convert(byte[] png);
}
