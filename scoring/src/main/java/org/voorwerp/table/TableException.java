package org.voorwerp.table;

/// Thrown where a table cannot be read on: what is wrong and where stands in its [Finding].
public final class TableException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Finding finding;

    public TableException(Finding finding) {
        super(finding.toString());
        this.finding = finding;
    }

    public Finding finding() {
        return finding;
    }
}
