package shop

import io.kotest.core.spec.style.DescribeSpec

class DescribesTest : DescribeSpec({
  // ----
  describe("a cart") { it("costs nothing") {}; it("is empty") {} }
  // ----
  describe("a bag") { it("costs nothing") {} }
  // ----
})
