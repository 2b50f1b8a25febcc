package shop

import io.kotest.core.spec.style.StringSpec
import io.kotest.matchers.shouldBe

class StringsTest : StringSpec({
  // ----
  "costs 1.50 (a lot)" { 1 shouldBe 1 }
  // ----
  "costs nothing" { 1 shouldBe 1 }
  // ----
})
