Feature: Cart

  Scenario: attaches
    Given it attaches

  Scenario: attaches and fails
    Given it attaches
    And it fails
