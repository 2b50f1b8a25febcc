package dev.attest.internal.recorder;

import dev.attest.Output;
import dev.attest.When;
import dev.attest.internal.console.ConsoleLog;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.TestCode;
import java.nio.file.Path;

/**
 * Makes what holds console output, and tells for which tests it is wanted.
 *
 * @param setting for which attempts output is attached, unless an annotation says otherwise
 * @param scratch folder of what memory does not hold
 * @param masking of all that is printed
 */
record ConsoleOutputs(When setting, Path scratch, Masking masking) {

    ConsoleOutput create() {
        return new ConsoleOutput(() -> new ConsoleLog(scratch, masking));
    }

    /** Returns for which outcomes of a test its output is attached. */
    When wanted(TestCode code) {
        Output nearest = code.nearest(Output.class);
        return nearest == null ? setting : nearest.value();
    }
}
