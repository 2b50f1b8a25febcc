package shop;

import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectClasses;
import org.junit.platform.suite.api.Suite;
import org.junit.platform.suite.api.SuiteDisplayName;

@Suite
@IncludeEngines({"junit-jupiter", "junit-vintage"})
@SuiteDisplayName("smoke @shown@")
@SelectClasses(MemberTest.class)
class SmokeTest {}
