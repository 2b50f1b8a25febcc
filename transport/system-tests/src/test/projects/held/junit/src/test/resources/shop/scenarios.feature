Feature: Scenarios

  Scenario: quits
    Given a page "Scenarios.quits" without pears

  @attaches
  Scenario: attaches
    Given a page "Scenarios.attaches" without pears

  @attaches
  Scenario: passes
    Given a page "Scenarios.passes"
