package dev.attest.testng;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ScreenshotTriggerTest {

    @Test
    void hasPicturesTakenOfWhatFailedAndOfferedOfWhatEnded() {
        assertThat(PictureFixtures.pictures()).isEqualTo("""
                picture of fails, failed, in Window given []
                picture of open, failed, in Shutter given []
                picture of passes, ended, in Window given []
                picture of runsElsewhere, failed, in Window given []
                picture of takes, ended, in Window given [1]
                picture of takes, failed, in Window given [2]
                picture of throwsAsExpected, ended, in Window given []
                """);
    }
}
