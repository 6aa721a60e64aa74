package org.voorwerp.server.account;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// The account of whoever starts the server, who may do everything: made at the first start, its token kept in a file
/// that only this person can read.
@ApplicationScoped
public class LocalOrganiser {

    private static final String HANDLE = "organiser";

    private final Accounts accounts;
    private final Tokens tokens;

    LocalOrganiser(Accounts accounts, Tokens tokens) {
        this.accounts = accounts;
        this.tokens = tokens;
    }

    /// A valid token of the local organiser, from the file if there is one, else a new one put there.
    ///
    /// @return empty if somebody else has taken the handle, who must not be given the role
    @Transactional
    public Optional<String> token(Path file) throws IOException {
        if (Files.exists(file)) {
            var kept = Files.readString(file).strip();
            if (tokens.authenticate(kept).isPresent()) {
                return Optional.of(kept);
            }
        }
        var existing = accounts.find(HANDLE);
        if (existing.isPresent() && existing.get().role() != Role.ADMIN) {
            return Optional.empty();
        }
        var secret = existing.isPresent()
                ? tokens.ofTheConsole(existing.get()).secret()
                : accounts.register(HANDLE, Role.ADMIN).secret();
        Files.createDirectories(file.toAbsolutePath().getParent());
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, secret + "\n");
        return Optional.of(secret);
    }
}
