package org.bellwether.ingest.api.console;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Base64;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.bellwether.web.Problems;
import org.bellwether.web.Violation;

/**
 * A document that a page carries from one step to the next, so that whichever instance answers needs to remember nothing.
 * It is taken for no more than if it had been sent again.
 */
final class Carried {

    private Carried() {}

    /** What a document is unfolded with, and how far. */
    interface Reader {
        byte[] read(InputStream unfolded) throws IOException;
    }

    static String of(byte[] document) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(document);
        }
        return Base64.getEncoder().encodeToString(packed.toByteArray());
    }

    /**
     * The document; a problem when it is none, or breaks off.
     *
     * @param reader stops where a document is longer than any may be
     */
    static byte[] open(String carried, Reader reader) {
        try (InputStream unfolded =
                new GZIPInputStream(new ByteArrayInputStream(Base64.getDecoder().decode(carried)))) {
            return reader.read(unfolded);
        } catch (IOException | IllegalArgumentException e) {
            throw Problems.invalid(
                    new Violation("document", "is not what the page carried; choose the file once more"));
        }
    }
}
