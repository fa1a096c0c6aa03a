package org.bellwether.ingest.api.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.bellwether.ingest.api.OpmlImportResource;
import org.junit.jupiter.api.Test;

/** A document that goes from one page to the next. */
class CarriedTest {

    private static final byte[] DOCUMENT = "<opml version='2.0'><body/></opml>".getBytes(StandardCharsets.UTF_8);
    private static final int SOME = 1 << 20;

    @Test
    void whatIsCarriedComesBack() throws IOException {
        assertThat(Carried.open(Carried.of(DOCUMENT), InputStream::readAllBytes))
                .isEqualTo(DOCUMENT);
    }

    @Test
    void whatWasCutShortIsRefusedWhereverItWasCut() throws IOException {
        byte[] packed = Base64.getDecoder().decode(Carried.of(DOCUMENT));
        for (int length = 0; length < packed.length; length++) {
            String cut = Base64.getEncoder().encodeToString(Arrays.copyOf(packed, length));

            assertThatThrownBy(() -> Carried.open(cut, InputStream::readAllBytes))
                    .isInstanceOf(HttpProblem.class)
                    .hasMessageContaining("choose the file once more");
        }
    }

    @Test
    void whatUnfoldsToMoreThanADocumentMayHaveIsNotUnfoldedToItsEnd() throws IOException {
        byte[] packed = Base64.getDecoder().decode(Carried.of(new byte[8 * SOME]));
        // Its end is missing: who came so far would stumble over that.
        String endless = Base64.getEncoder().encodeToString(Arrays.copyOf(packed, packed.length - 12));

        assertThatThrownBy(() -> Carried.open(endless, OpmlImportResource::read))
                .isInstanceOf(HttpProblem.class)
                .hasMessageContaining("at most 5242880 bytes");
    }
}
