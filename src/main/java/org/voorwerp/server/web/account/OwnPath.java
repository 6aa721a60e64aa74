package org.voorwerp.server.web.account;

import java.net.URI;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Where to go next, as an address says that anybody may have made.
final class OwnPath {

    /// One slash: browsers read two, or one and a backslash, as the beginning of another host.
    private static final Pattern PATH = Pattern.compile("/(?!/)(?!.*\\.\\.)[A-Za-z0-9/_.~?=&-]*");

    private OwnPath() {}

    /// The path if it is one of ours, else the start.
    static URI of(@Nullable String next) {
        return URI.create(next != null && PATH.matcher(next).matches() ? next : "/");
    }
}
