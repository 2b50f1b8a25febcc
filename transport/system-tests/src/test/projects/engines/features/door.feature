Feature: Door
  # ----
  Scenario: opens
    Given a cart with 1
  # ----
  Scenario: opens
    Given a cart with 2
  # ----
