Feature: Cart
  # ----
  Scenario: buys
    * print 'hello'
  # ----
  Scenario: buys
    * match 1 == 1
  # ----
  Scenario: embeds
    * karate.embed('text', 'text/plain')
  # ----
  Scenario Outline: many <n>
    * match <n> == <n>
    Examples:
      | n |
      | 1 |
      | 2 |
  # ----
