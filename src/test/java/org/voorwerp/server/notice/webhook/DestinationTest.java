package org.voorwerp.server.notice.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.voorwerp.server.http.Invalid;

class DestinationTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "0.1.2.3",
                "10.1.2.3",
                "100.64.0.1",
                "100.127.255.255",
                "127.0.0.1",
                "127.255.0.1",
                "169.254.169.254",
                "172.16.0.1",
                "172.31.255.255",
                "192.0.0.1",
                "192.0.2.1",
                "192.88.99.1",
                "192.168.1.1",
                "198.18.0.1",
                "198.19.255.255",
                "198.51.100.1",
                "203.0.113.1",
                "224.0.0.1",
                "239.255.255.255",
                "240.0.0.1",
                "255.255.255.255",
                "::",
                "::1",
                "::7f00:1",
                "::ffff:127.0.0.1",
                "::ffff:10.0.0.1",
                "64:ff9b::7f00:1",
                "64:ff9b:1::1",
                "100::1",
                "2001::1",
                "2001:db8::1",
                "2002:7f00:1::1",
                "3fff::1",
                "fc00::1",
                "fd12:3456::1",
                "fe80::1",
                "fec0::1",
                "ff02::1",
                "4000::1"
            })
    void whatOnlyThisServerReachesIsNotPublic(String address) throws UnknownHostException {
        assertFalse(Destination.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.1.1.1",
                "8.8.8.8",
                "9.255.255.255",
                "11.0.0.1",
                "100.63.255.255",
                "100.128.0.1",
                "172.15.0.1",
                "172.32.0.1",
                "192.0.1.1",
                "192.167.1.1",
                "198.17.0.1",
                "198.20.0.1",
                "223.255.255.255",
                "2606:4700::1111",
                "2a00:1450::1",
                "2001:4860::8888"
            })
    void thePublicInternetIs(String address) throws UnknownHostException {
        assertTrue(Destination.isPublic(InetAddress.getByName(address)), address);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "example.org",
                "ftp://example.org/",
                "file:///etc/passwd",
                "gopher://127.0.0.1:6379/_x",
                "http:///x",
                "http://user:pw@1.1.1.1/",
                "https://1.1.1.1/#x",
                "http://1.1.1.1:0/",
                "http://1.1.1.1:65536/",
                "http://1.1.1.1/a b",
                "http://1.1.1.1/\r\nX: y",
                "http://127.0.0.1/",
                "http://127.1/",
                "http://2130706433/",
                "http://0x7f000001/",
                "http://[::1]/",
                "http://[::ffff:127.0.0.1]/",
                "http://localhost/",
                "http://LOCALHOST./",
                "http://169.254.169.254/latest/meta-data/",
                "http://no-such-host.invalid/"
            })
    void messagesGoNowhereElse(String url) {
        assertThrows(Invalid.class, () -> Destination.of(url, false), url);
    }

    @Test
    void anAddressIsTakenApart() {
        var destination = Destination.of("https://1.1.1.1/hook?team=%20x", false);
        assertEquals("1.1.1.1", destination.address().getHostAddress());
        assertEquals(443, destination.port());
        assertTrue(destination.encrypted());
        assertEquals("/hook?team=%20x", destination.target());
        assertEquals("/", Destination.of("http://1.1.1.1:8080", false).target());
        assertEquals(8080, Destination.of("http://127.0.0.1:8080/x", true).port());
    }

    /// The example of the Standard Webhooks specification.
    @Test
    void aSignatureIsAsTheSpecificationHasIt() {
        assertEquals(
                "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
                Signature.of(
                        "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        java.time.Instant.ofEpochSecond(1614265330),
                        "{\"test\": 2432232314}"));
    }
}
