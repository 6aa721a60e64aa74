package org.voorwerp.server.http;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import org.jspecify.annotations.Nullable;

/// JSON bodies are small: handles, notes, names. Only uploads, which are never JSON, may be large.
@Provider
public class JsonLimit implements ReaderInterceptor {

    private static final int LIMIT = 64 * 1024;

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType())) {
            var body = new PushbackInputStream(new Limited(context.getInputStream()));
            int first = body.read();
            if (first < 0) {
                // No body is none, whatever its type was said to be.
                return null;
            }
            body.unread(first);
            context.setInputStream(body);
        }
        return context.proceed();
    }

    private static final class Limited extends FilterInputStream {

        private int left = LIMIT;

        Limited(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            return count(super.read(), 1);
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            return count(read, Math.max(read, 0));
        }

        private int count(int result, int read) {
            if (result >= 0) {
                left -= read;
            }
            if (left < 0) {
                throw new TooLarge("A JSON body may have at most " + LIMIT / 1024 + " KiB.");
            }
            return result;
        }
    }
}
