package shop;

import org.junit.platform.suite.api.ConfigurationParameter;
import org.junit.platform.suite.api.IncludeEngines;
import org.junit.platform.suite.api.SelectDirectories;
import org.junit.platform.suite.api.SelectPackages;
import org.junit.platform.suite.api.Suite;

@Suite
@IncludeEngines("cucumber")
@SelectPackages("shop")
@SelectDirectories("features")
@ConfigurationParameter(key = "cucumber.glue", value = "shop")
@ConfigurationParameter(key = "cucumber.plugin", value = "html:target/cucumber.html")
@ConfigurationParameter(key = "cucumber.execution.parallel.enabled", value = "true")
class CucumberTest {}
