package org.voorwerp.server.notice.webhook;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import org.voorwerp.server.http.Invalid;

/// Where a message goes: an address looked up once, judged, and then connected to, so that what a name says a moment
/// later (DNS rebinding) does not matter. What only this server can reach is nothing that others may have it call.
///
/// @param uri as its owner wrote it
/// @param host that certificates must be for
/// @param address that is connected to
record Destination(URI uri, String host, InetAddress address, int port, boolean encrypted) {

    private static final int LONGEST = 2000;

    /// @param allowPrivate whether addresses that are not public will do
    /// @throws Invalid if it is no address of the web, or leads where messages may not go
    static Destination of(String url, boolean allowPrivate) {
        var uri = parse(url);
        var scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || scheme.equals("http");
        var host = uri.getHost();
        if (!web || host == null || uri.getRawUserInfo() != null || uri.getRawFragment() != null) {
            throw new Invalid("A webhook's address begins with https:// or http:// and a host, without a user or #.");
        }
        boolean encrypted = scheme.equals("https");
        int port = uri.getPort() == -1 ? (encrypted ? 443 : 80) : uri.getPort();
        if (port < 1 || port > 65535) {
            throw new Invalid("A webhook's port is a number from 1 to 65535.");
        }
        return new Destination(uri, bare(host), judged(bare(host), allowPrivate), port, encrypted);
    }

    /// Path and query.
    String target() {
        var path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
    }

    private static URI parse(String url) {
        if (url.length() > LONGEST) {
            throw new Invalid("A webhook's address has at most " + LONGEST + " characters.");
        }
        try {
            return new URI(url);
        } catch (URISyntaxException e) {
            throw new Invalid("A webhook's address cannot be read: " + e.getReason() + ".");
        }
    }

    private static InetAddress judged(String host, boolean allowPrivate) {
        InetAddress[] all;
        try {
            all = InetAddress.getAllByName(host);
        } catch (UnknownHostException e) {
            throw new Invalid("There is no host " + host + ".");
        }
        for (var address : all) {
            // One bad one spoils the name: it would be reached next time.
            if (!allowPrivate && !isPublic(address)) {
                throw new Invalid("The host " + host + " is not on the public internet; messages do not go there.");
            }
        }
        return all[0];
    }

    /// Whether an address is one of the public internet, by the registries of special addresses (RFC 6890 and what
    /// amends it). Those that wrap another address (6to4, Teredo, NAT64) are not: what they lead to is not seen.
    static boolean isPublic(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        var bytes = address.getAddress();
        return switch (address) {
            case Inet4Address _ -> isPublic4(bytes[0] & 0xff, bytes[1] & 0xff, bytes[2] & 0xff);
            case Inet6Address _ -> isPublic6(bytes);
            default -> false;
        };
    }

    private static boolean isPublic4(int a, int b, int c) {
        boolean special = a == 0
                || a >= 240
                || (a == 100 && b >= 64 && b < 128)
                || (a == 192 && b == 0 && (c == 0 || c == 2))
                || (a == 192 && b == 88 && c == 99)
                || (a == 198 && (b == 18 || b == 19))
                || (a == 198 && b == 51 && c == 100)
                || (a == 203 && b == 0 && c == 113);
        return !special;
    }

    private static boolean isPublic6(byte[] bytes) {
        int first = (bytes[0] & 0xff) << 8 | (bytes[1] & 0xff);
        int second = (bytes[2] & 0xff) << 8 | (bytes[3] & 0xff);
        boolean globalUnicast = (first & 0xe000) == 0x2000;
        // 2001::/23 holds Teredo and others of the kind, 2001:db8::/32 and 3fff::/20 examples, 2002::/16 is 6to4.
        boolean special = (first == 0x2001 && (second < 0x0200 || second == 0x0db8))
                || first == 0x2002
                || (first == 0x3fff && second < 0x1000);
        return globalUnicast && !special;
    }

    private static String bare(String host) {
        return host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    }
}
