package org.voorwerp.server;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;

/// What the server wrote into its log.
public final class Logged {

    private Logged() {}

    /// The lines that `by` wrote while something was done.
    public static List<String> during(Class<?> by, Runnable doing) {
        var lines = new CopyOnWriteArrayList<String>();
        var handler = new Handler() {
            @Override
            public void publish(LogRecord line) {
                lines.add(line instanceof ExtLogRecord formatted ? formatted.getFormattedMessage() : line.getMessage());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        var logger = Logger.getLogger(by.getName());
        logger.addHandler(handler);
        try {
            doing.run();
        } finally {
            logger.removeHandler(handler);
        }
        return lines;
    }
}
