package org.bellwether.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CidrTest {

    @ParameterizedTest
    @CsvSource({
        "10.0.0.0/8, 10.0.0.0/8",
        "127.0.0.1, 127.0.0.1/32",
        "fd00::/8, fd00::/8",
        "::/0, ::/0",
        "::1, ::1/128",
        "2001:db8:0:0:1::/80, 2001:db8::1:0:0:0/80"
    })
    void is_written_so_that_it_can_be_read_again(String text, String written) {
        Cidr block = Cidr.parse(text);

        assertThat(block).hasToString(written);
        assertThat(Cidr.parse(block.toString())).isEqualTo(block);
    }

    @Test
    void holds_no_address_of_the_other_family() throws Exception {
        assertThat(Cidr.parse("0.0.0.0/0").contains(InetAddress.getByAddress(new byte[16])))
                .isFalse();
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
}
