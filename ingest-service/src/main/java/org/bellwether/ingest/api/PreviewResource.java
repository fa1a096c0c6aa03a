package org.bellwether.ingest.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.InputStream;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bellwether.ingest.headroom.Headroom;
import org.bellwether.ingest.headroom.NoRoomException;
import org.bellwether.ingest.headroom.Room;
import org.bellwether.ingest.parse.FeedDocument;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How a feed would be read; nothing is stored. */
@Path("/api/feeds/preview")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "feeds")
public final class PreviewResource {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final FeedPreview preview;
    private final LargestBody largest;
    private final ObjectMapper json;
    private final Headroom headroom;

    public PreviewResource(FeedPreview preview, LargestBody largest, ObjectMapper json, Headroom headroom) {
        this.headroom = headroom;
        this.preview = preview;
        this.largest = largest;
        this.json = json;
    }

    @POST
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "How a feed would be read",
            description = "Send {\"url\": …}, or the feed itself with its own Content-Type and, if they matter, "
                    + "Content-Language and Content-Location. base is where it came from, zone the time zone of dates "
                    + "that state none. With item (and title, link, date, summary: CSS selectors) it is read as the page of "
                    + "a listing, which is how selectors are tried before a feed is added; of an address that robots.txt "
                    + "lets programs read. fullText=true also reads the article of the first entry.")
    @APIResponse(responseCode = "200", description = "The feed, its entries, and what was mended or is doubtful")
    @APIResponse(responseCode = "400", description = "The request is wrong")
    @APIResponse(responseCode = "408", description = "The body took longer than bellwether.fetch.total-timeout")
    @APIResponse(responseCode = "413", description = "The feed is larger than bellwether.fetch.max-bytes")
    @APIResponse(responseCode = "422", description = "It cannot be fetched or read; says why and what it seems to be")
    @APIResponse(responseCode = "503", description = "Too many large feeds are in hand; Retry-After says when to ask")
    public PreviewView preview(InputStream body, @BeanParam PreviewQuery query, @Context HttpHeaders headers)
            throws NoRoomException {
        try (Room room = headroom.ofPreview(PATIENCE)) {
            byte[] bytes = largest.readUnzipped(body, room);
            PreviewTrial trial = query.trial();
            @Nullable String contentType = StatedContentType.of(headers);
            if (PreviewInput.of(bytes, contentType, json) instanceof PreviewInput.ByUrl address) {
                return preview.ofUrl(address.url(), trial, room);
            }
            if (trial.fullText()) {
                throw ApiProblem.invalid(
                        "fullText", "reads an article, which needs the feed's address: send {\"url\": …}");
            }
            FeedDocument document = new FeedDocument(bytes, contentType, values(headers), query.base());
            return preview.ofDocument(document, trial, room);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoRoomException();
        }
    }

    private static Map<String, String> values(HttpHeaders headers) {
        Map<String, String> values = new HashMap<>();
        headers.getRequestHeaders().forEach((name, all) -> values.put(name, String.join(", ", all)));
        return values;
    }
}
