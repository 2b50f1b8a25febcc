Feature: Cart
  # ----
  Scenario: buys
    Given a cart with 1
    Then it costs 3
  # ----
  Scenario: buys
    Given a cart with 2
    Then it costs 13
  # ----
  Scenario: undefined
    Given nobody defined @shown@
  # ----
  Scenario Outline: many
    Given a cart with <n>
    Then it costs <c>
    # ----
    Examples: small
      | n | c  |
      | 1 | 1  |
      | 2 | 13 |
      | 3 | 13 |
    # ----
    Examples: large
      | n | c |
      | 9 | 9 |
    # ----
  # ----
  Scenario Outline: costs <c> <what>
    Then it costs <c>

    Examples:
      | c | what    |
      | 4 | @shown@ |
      | 4 | @shown@ |

    Examples:
      | c | what    |
      | 5 | @shown@ |
  # ----
  Scenario: has a name that goes on and on, from the cart to the till, past the shelf of the sweets and the one of the papers, then back for the milk that was forgotten, again through the whole of the shop, and at last to the door that opens to the car park where nobody remembers the place
    Given a cart with 1
  # ----
  Scenario: has a name that goes on and on, from the cart to the till, past the shelf of the sweets and the one of the papers, then back for the milk that was forgotten, again through the whole of the shop, and at last to the door that opens to the car park where nobody remembers the floor
    Given a cart with 1
  # ----
  Rule: members
    # ----
    Example: buys
      Given a cart with 1
    # ----
    Example: returns
      Given a cart with 1
    # ----
  Rule: members
    Example: buys
      Given a cart with 1
