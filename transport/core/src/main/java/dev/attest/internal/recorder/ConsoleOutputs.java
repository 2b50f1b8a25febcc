package dev.attest.internal.recorder;

import dev.attest.Output;
import dev.attest.When;
import dev.attest.internal.console.ConsoleLog;
import dev.attest.internal.console.ConsoleOutput;
import dev.attest.internal.masking.Masking;
import dev.attest.spi.TestCode;
import java.nio.file.Path;

/**
 * Creates the console output of tests, and decides for which tests it is attached.
 *
 * @param setting attempts whose output is attached, unless an annotation overrides it
 * @param scratch folder for output that does not fit into memory
 * @param masking masks all output
 */
record ConsoleOutputs(When setting, Path scratch, Masking masking) {

    ConsoleOutput create() {
        return new ConsoleOutput(() -> new ConsoleLog(scratch, masking));
    }

    When wanted(TestCode code) {
        Output nearest = code.nearest(Output.class);
        return nearest == null ? setting : nearest.value();
    }
}
