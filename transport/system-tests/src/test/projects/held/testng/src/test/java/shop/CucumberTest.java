package shop;

import io.cucumber.testng.AbstractTestNGCucumberTests;
import io.cucumber.testng.CucumberOptions;

@CucumberOptions(features = "classpath:shop", glue = "shop")
public class CucumberTest extends AbstractTestNGCucumberTests {}
