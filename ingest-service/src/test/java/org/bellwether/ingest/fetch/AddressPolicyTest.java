package org.bellwether.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressPolicyTest {

    private final AddressPolicy policy = new AddressPolicy(List.of());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "8.8.8.8",
                "1.1.1.1",
                "100.63.255.255",
                "100.128.0.0",
                "172.15.255.255",
                "172.32.0.0",
                "192.0.1.1",
                "223.255.255.255",
                "2606:4700:4700::1111",
                "64:ff9b::808:808",
                "2002:808:808::1",
                "::ffff:8.8.8.8",
                "::ffff:0:8.8.8.8",
                "2001:0:808:808::f7f7:f7f7",
                "64:ff9b:1:808:8:800::"
            })
    void lets_out_to_public_addresses(String address) throws UnknownHostException {
        assertThat(policy.judge(ip(address))).returns(true, AddressDecision::allowed);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            127.0.0.1                  | loopback
            127.255.255.254            | loopback
            10.1.2.3                   | private
            172.16.0.1                 | private
            172.31.255.255             | private
            192.168.1.1                | private
            169.254.169.254            | link-local
            100.64.0.1                 | carrier-grade
            100.127.255.255            | carrier-grade
            0.0.0.0                    | unspecified
            0.1.2.3                    | unspecified
            192.0.0.8                  | protocol assignment
            192.0.2.1                  | documentation
            198.51.100.7               | documentation
            203.0.113.7                | documentation
            198.18.0.1                 | benchmarking
            198.19.255.255             | benchmarking
            224.0.0.1                  | multicast
            239.255.255.255            | multicast
            240.0.0.1                  | reserved
            255.255.255.255            | broadcast
            ::                         | unspecified
            ::1                        | loopback
            fc00::1                    | unique local
            fdff::1                    | unique local
            fe80::1                    | link-local
            fec0::1                    | site-local
            ff02::1                    | multicast
            2001:db8::1                | documentation
            3fff::1                    | documentation
            100::1                     | discard
            2001:2::1                  | benchmarking
            4000::1                    | not a global unicast
            ::ffff:127.0.0.1           | loopback
            ::127.0.0.1                | loopback
            ::ffff:0:10.0.0.1          | private
            64:ff9b::7f00:1            | loopback
            64:ff9b::a9fe:a9fe         | link-local
            64:ff9b:1::a00:1           | private
            64:ff9b:1:a00:0:100::      | private
            64:ff9b:1::                | unspecified
            2002:7f00:1::1             | loopback
            2002:c0a8:101::1           | private
            2001:0:808:808::80ff:fffe  | loopback
            2001:0:a00:1::f7f7:f7f7    | private
            """)
    void refuses_every_other_and_says_why(String address, String reason) throws UnknownHostException {
        AddressDecision decision = policy.judge(ip(address));

        assertThat(decision.allowed()).isFalse();
        assertThat(decision.reason()).contains(reason);
    }

    @Test
    void lets_out_to_what_an_operator_allows_and_no_further() throws UnknownHostException {
        AddressPolicy allowing = new AddressPolicy(List.of(Cidr.parse("127.0.0.1/32"), Cidr.parse("fd00:1::/32")));

        assertThat(allowing.judge(ip("127.0.0.1")).allowed()).isTrue();
        assertThat(allowing.judge(ip("fd00:1::5")).allowed()).isTrue();
        assertThat(allowing.judge(ip("64:ff9b::7f00:1")).allowed()).isTrue();
        assertThat(allowing.judge(ip("127.0.0.2")).allowed()).isFalse();
        assertThat(allowing.judge(ip("fd00:2::5")).allowed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.1/8",
                "10.0.0/8",
                "::/129",
                "localhost/8",
                "10.0.0.0/x",
                "300.1.1.1",
                "1.2.3.4/-1"
            })
    void refuses_what_is_no_block_and_shows_what_one_looks_like(String text) {
        assertThatThrownBy(() -> Cidr.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"" + text + "\"")
                .hasMessageContaining("192.0.2.0/24");
    }

    private static InetAddress ip(String literal) throws UnknownHostException {
        return InetAddress.getAllByName(literal)[0];
    }
}
