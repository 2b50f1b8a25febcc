package shop

import org.junit.jupiter.api.*
import org.junit.jupiter.params.*
import org.junit.jupiter.params.provider.*

class KotlinTest {
  // ----
  @Test fun `returns 404 (not found) when user doesn't exist`() {}
  // ----
  @Test fun `returns 404 (gone) when user doesn't exist`() {}
  // ----
  @Test fun `GET -items{id} › "quoted", 100% & #1`() {}
  // ----
  @ParameterizedTest(name = "{0} → @shown@") @CsvSource("a(b), {c}", "'[1] x', 'y[2]'")
  fun `adds {0} to (cart)`(a: String, b: String) {}
  // ----
  @Test internal fun `internal one`() {}
  // ----
  @Nested inner class `when the cart is empty (really)` { @Test fun `costs nothing`() {} }
  // ----
  @Test
  fun `has a name that goes on and on, from the cart to the till, past the shelf of the sweets and the one of the papers, then back for the milk that was forgotten, again through the whole of the shop, and at last to the car park where nobody remembers the place`() {}
  // ----
  @Test
  fun `has a name that goes on and on, from the cart to the till, past the shelf of the sweets and the one of the papers, then back for the milk that was forgotten, again through the whole of the shop, and at last to the car park where nobody remembers the floor`() {}
  // ----
}
