package shop

import io.kotest.core.spec.style.FunSpec
import io.kotest.datatest.withData
import io.kotest.matchers.shouldBe

class FunsTest : FunSpec({
  // ----
  test("plain") {}
  // ----
  context("a cart") {
    test("plain") {}
    context("of a member") { test("plain") {} }
  }
  // ----
  context("a basket / a bag") { test("plain") {} }
  // ----
  context("rows") { withData(1, 2) { it shouldBe it } }
  // ----
  xtest("is off") {}
  // ----
  context("breaks") { test("plain") {}; error("on purpose") }
  // ----
})
