package com.codeborne.selenide.ex;

/** Stands for Selenide's, which the core does without. */
public final class UIAssertionError extends AssertionError {

    private static final long serialVersionUID = 1L;

    private final String image;

    public UIAssertionError(String image) {
        this.image = image;
    }

    public Screenshot getScreenshot() {
        return new Screenshot(image);
    }

    /** Where the picture is. */
    public record Screenshot(String image) {

        public String getImage() {
            return image;
        }
    }
}
