package shop

import org.openqa.selenium.WebDriver
import spock.lang.AutoCleanup
import spock.lang.Specification

/** Browsers of specifications of Spock. */
class SpockWays {

    static class QuitInCleanup extends Specification {
        WebDriver driver

        def cleanup() {
            driver.quit()
        }

        def "fails"() {
            given: driver = Chromium.open()
            expect: Page.failOn(driver, "QuitInCleanup.fails")
        }

        def "passes"() {
            given: driver = Chromium.open()
            expect: Page.show(driver, "QuitInCleanup.passes") == null
        }
    }

    static class QuitByAutoCleanup extends Specification {
        @AutoCleanup("quit")
        WebDriver driver = Chromium.open()

        def "fails"() {
            expect: Page.failOn(driver, "QuitByAutoCleanup.fails")
        }
    }
}
