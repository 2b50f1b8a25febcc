package dev.attest.internal.qacomplete;

import dev.attest.AttachmentType;
import dev.attest.internal.destination.AttachedContent;
import dev.attest.internal.destination.ReportedRow;
import dev.attest.internal.journal.event.Result;
import dev.attest.internal.text.Texts;
import dev.attest.spi.Failure;
import dev.attest.spi.Outcome;
import dev.attest.spi.TestId;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The log of the last attempt of a test that did not pass, in the JUnit XML format.
 *
 * <pre>&lt;?xml version="1.0" encoding="UTF-8"?>
 * &lt;testsuite name="shop.CartTest" tests="1">
 * &lt;testcase classname="shop.CartTest" name="adds" time="1.512">&lt;failure message="expected 2">org.opentest4j...&lt;/failure>
 * &lt;system-out>...&lt;/system-out>&lt;/testcase>&lt;/testsuite></pre>
 */
final class FailureLog {

    private static final int LONGEST_TEXT = 256 * 1024;

    private FailureLog() {}

    static String of(ReportedRow row) throws IOException {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuite");
            xml.writeAttribute("name", clean(row.last().test().id().className()));
            xml.writeAttribute("tests", "1");
            testCase(xml, row);
            xml.writeEndDocument();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IOException("the log cannot be written: " + e.getMessage(), e);
        }
    }

    private static void testCase(XMLStreamWriter xml, ReportedRow row) throws XMLStreamException, IOException {
        Result last = row.last();
        TestId id = last.test().id();
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", clean(id.className()));
        xml.writeAttribute("name", clean(id.methodName() + id.path()));
        double seconds = last.duration().toMillis() / 1000.0;
        xml.writeAttribute("time", String.format(Locale.ROOT, "%.3f", seconds));
        failure(xml, last);
        for (AttachedContent evidence : row.evidence()) {
            boolean console = evidence.attachment().type() == AttachmentType.CONSOLE_LOG;
            if (console && evidence.attachment().attempt() == last.attempt()) {
                boolean error = evidence.attachment().fileName().contains("Error");
                xml.writeStartElement(error ? "system-err" : "system-out");
                xml.writeCharacters(clean(TextTail.of(evidence.content(), LONGEST_TEXT)));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private static void failure(XMLStreamWriter xml, Result result) throws XMLStreamException {
        Failure failure = result.failure();
        xml.writeStartElement(result.outcome() == Outcome.SKIPPED ? "skipped" : "failure");
        if (failure != null) {
            xml.writeAttribute("message", clean(failure.message()));
            xml.writeCharacters(clean(failure.stackTrace()));
        }
        xml.writeEndElement();
    }

    private static String clean(String text) {
        return Texts.cutWithNote(Texts.clean(text), LONGEST_TEXT);
    }
}
