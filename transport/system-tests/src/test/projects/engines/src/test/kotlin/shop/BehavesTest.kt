package shop

import io.kotest.core.spec.style.BehaviorSpec

class BehavesTest : BehaviorSpec({
  // ----
  given("a cart") { `when`("it is empty") { then("it costs nothing") {} } }
  // ----
  given("a bag") { `when`("it is empty") { then("it costs nothing") {} } }
  // ----
})
