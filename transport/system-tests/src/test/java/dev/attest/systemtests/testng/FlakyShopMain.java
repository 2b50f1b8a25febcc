package dev.attest.systemtests.testng;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.testng.TestNG;
import org.testng.xml.XmlClass;
import org.testng.xml.XmlSuite;
import org.testng.xml.XmlTest;

/** Runs the tests of {@link FlakyShop} by methods on eight threads. */
final class FlakyShopMain {

    private static final int THREADS = 8;

    private FlakyShopMain() {}

    public static void main(String[] args) throws IOException {
        XmlSuite suite = new XmlSuite();
        suite.setName("shop");
        suite.setVerbose(0);
        suite.setParallel(XmlSuite.ParallelMode.METHODS);
        suite.setThreadCount(THREADS);
        suite.setDataProviderThreadCount(THREADS);
        XmlTest test = new XmlTest(suite);
        test.setName("all");
        test.setXmlClasses(List.of(
                new XmlClass(FlakyShop.Apples.class),
                new XmlClass(FlakyShop.FromAThreadOfItsOwn.class),
                new XmlClass(FlakyShop.SetUpAndTornDown.class),
                new XmlClass(FlakyShop.Rows.class),
                new XmlClass(FlakyShop.ParallelRows.class)));
        TestNG testng = new TestNG(false);
        testng.setOutputDirectory(Files.createTempDirectory("testng").toString());
        testng.setXmlSuites(List.of(suite));
        testng.run();
    }
}
