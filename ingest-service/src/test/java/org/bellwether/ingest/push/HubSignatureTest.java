package org.bellwether.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HubSignatureTest {

    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.UTF_8);
    private static final String SHA256 = "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843";

    /** The keyed hashes of RFC 2202 and RFC 4231, test case 2. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79                                                          | true
            sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843                                 | true
            SHA256=5BDCC146BF60754E6A042426089575C75A003F089D2739839DEC58B964EC3843                                 | true
            sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649 | true
            sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3844                                 | false
            sha256=5bdcc146bf60754e                                                                                 | false
            sha256=                                                                                                 | false
            sha256=nohex                                                                                            | false
            md5=750c783e6ab0b503eaa86e310a5db738                                                                    | false
            5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843                                        | false
            ''                                                                                                      | false
            """)
    void onlyTheHubCanHaveSignedIt(String stated, boolean valid) {
        assertThat(HubSignature.isValid("Jefe", List.of(stated), BODY)).isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79 | sha256=00 | false
            sha1=00 | sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843 | true
            """)
    void ofSeveralTheStrongestCounts(String one, String other, boolean valid) {
        assertThat(HubSignature.isValid("Jefe", List.of(one, other), BODY)).isEqualTo(valid);
        assertThat(HubSignature.isValid("Jefe", List.of(one + ", " + other), BODY))
                .isEqualTo(valid);
    }

    @ParameterizedTest
    @CsvSource({"Jefe, true", "jefe, false"})
    void theSecretDecides(String secret, boolean valid) {
        assertThat(HubSignature.isValid(secret, List.of(SHA256), BODY)).isEqualTo(valid);
        assertThat(HubSignature.isValid(secret, List.of(), BODY)).isFalse();
    }
}
