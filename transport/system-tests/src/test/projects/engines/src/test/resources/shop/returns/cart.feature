Feature: Cart
  # ----
  Scenario: buys
    Given a cart with 1
  # ----
