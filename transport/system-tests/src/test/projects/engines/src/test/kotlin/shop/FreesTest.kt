package shop

import io.kotest.core.spec.style.FreeSpec

class FreesTest : FreeSpec({
  // ----
  "a cart" - { "plain" {}; "deep" - { "plain" {} } }
  // ----
  "twice" - { "plain" {} }
  // ----
})
