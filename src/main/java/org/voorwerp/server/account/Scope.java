package org.voorwerp.server.account;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.voorwerp.server.http.Invalid;

/// What a token may be used for. A token may never do more than the person it belongs to.
public enum Scope {
    /// See what the person sees as a participant. Every token may.
    READ,
    /// Take part: enter challenges, submit, run a team.
    SUBMIT,
    /// Act as organiser, where the person is one.
    ORGANISE,
    /// Make and revoke tokens, change addresses, delete the account.
    ACCOUNT;

    /// Everything: the scopes of who has signed in.
    public static final Set<Scope> ALL = Set.copyOf(EnumSet.allOf(Scope.class));

    /// What a token is for unless somebody asks for more: a notebook needs no more.
    static final Set<Scope> USUAL = Set.of(READ, SUBMIT);

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The scopes that words name, and [#READ].
    ///
    /// @param words null for the usual ones
    /// @throws Invalid if there is no such scope
    static Set<Scope> of(@Nullable List<String> words) {
        if (words == null) {
            return USUAL;
        }
        var scopes = EnumSet.of(READ);
        for (var word : words) {
            scopes.add(named(word)
                    .orElseThrow(() -> new Invalid("There is no scope \"" + word + "\"; the scopes are "
                            + Arrays.stream(values()).map(Scope::word).collect(Collectors.joining(", ")) + ".")));
        }
        return scopes;
    }

    /// As they are kept and shown, in their own order.
    static List<String> words(Set<Scope> scopes) {
        return scopes.stream().sorted().map(Scope::word).toList();
    }

    private static Optional<Scope> named(@Nullable String word) {
        return Arrays.stream(values())
                .filter(scope -> scope.word().equals(word))
                .findFirst();
    }
}
