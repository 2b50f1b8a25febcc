import org.junit.jupiter.api.*

class NoPackageTest {
  // ----
  @Test fun `in no package (at all)`() {}
  // ----
  @Test fun `in no package (again)`() {}
  // ----
}
