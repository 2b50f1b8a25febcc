package dev.attest.internal.console;

/** One of the two standard streams. */
public enum Channel {
    /** {@code System.out}. */
    OUT("Standard_Console_Output.log"),
    /** {@code System.err}. */
    ERR("Standard_Console_Error.log");

    private final String fileName;

    Channel(String fileName) {
        this.fileName = fileName;
    }

    /** Returns the file name of the attachment with the output. The publisher of Azure Pipelines uses the same name. */
    public String fileName() {
        return fileName;
    }
}
