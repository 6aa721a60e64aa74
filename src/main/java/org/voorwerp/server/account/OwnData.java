package org.voorwerp.server.account;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// All that the server keeps of a person, as a zip archive. It is written as it is sent; nothing of it is held.
@ApplicationScoped
public class OwnData {

    private final List<OwnDataSource> sources;
    private final Accounts accounts;
    private final Tokens tokens;
    private final ObjectMapper mapper;

    OwnData(@All List<OwnDataSource> sources, Accounts accounts, Tokens tokens, ObjectMapper mapper) {
        this.sources = sources;
        this.accounts = accounts;
        this.tokens = tokens;
        this.mapper = mapper;
    }

    /// Takes files into the archive.
    public static final class Files {

        private final ZipOutputStream zip;
        private final ObjectMapper mapper;

        Files(ZipOutputStream zip, ObjectMapper mapper) {
            this.zip = zip;
            this.mapper = mapper;
        }

        /// @param path made of our own names and ids only, never of what people wrote
        public void json(String path, Object value) throws IOException {
            zip.putNextEntry(new ZipEntry(path));
            zip.write(mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(value));
            zip.closeEntry();
        }

        /// @param path as [#json]
        public void copy(String path, InputStream content) throws IOException {
            zip.putNextEntry(new ZipEntry(path));
            content.transferTo(zip);
            zip.closeEntry();
        }
    }

    void write(Caller person, OutputStream out) throws IOException {
        try (var zip = new ZipOutputStream(out)) {
            var files = new Files(zip, mapper);
            var account = QuarkusTransaction.requiringNew().call(() -> accounts.get(person.account()));
            var about = new LinkedHashMap<String, Object>();
            about.put("handle", account.handle);
            about.put("role", account.role);
            about.put("createdAt", account.createdAt);
            files.json("account.json", about);
            files.json("tokens.json", tokens.list(person.account()));
            for (var source : sources) {
                source.write(person, files);
            }
        }
    }
}
