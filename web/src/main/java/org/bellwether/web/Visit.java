package org.bellwether.web;

import jakarta.ws.rs.CookieParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Cookie;
import jakarta.ws.rs.core.NewCookie;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bellwether.web.text.Language;
import org.jspecify.annotations.Nullable;

/** What a request says about who is looking: the language chosen in the URL, else remembered, else the browser's. */
public final class Visit {

    private static final String LANGUAGE = "lang";

    private static final int YEAR_SECONDS = 365 * 24 * 3600;

    /** More than one would make what follows a host. */
    private static final Pattern LEADING = Pattern.compile("^/++");

    @QueryParam(LANGUAGE)
    @Nullable
    String chosen;

    @CookieParam(LANGUAGE)
    @Nullable
    String remembered;

    @HeaderParam("Accept-Language")
    @Nullable
    String accepted;

    @Context
    @Nullable
    UriInfo uri;

    /** For what has no resource to read the request for it, such as an address that there is not. */
    public static Visit of(ContainerRequestContext request) {
        Visit visit = new Visit();
        visit.uri = request.getUriInfo();
        visit.chosen = visit.uri.getQueryParameters().getFirst(LANGUAGE);
        Cookie cookie = request.getCookies().get(LANGUAGE);
        visit.remembered = cookie == null ? null : cookie.getValue();
        visit.accepted = request.getHeaderString("Accept-Language");
        return visit;
    }

    /** Remembers a language that was chosen in the URL, so that links need not carry it; empty when none was. */
    public Optional<NewCookie> cookie() {
        return Optional.ofNullable(chosen)
                .flatMap(Language::byTag)
                .map(language -> new NewCookie.Builder(LANGUAGE)
                        .value(language.tag())
                        .path("/")
                        .maxAge(YEAR_SECONDS)
                        .sameSite(NewCookie.SameSite.LAX)
                        .httpOnly(true)
                        .build());
    }

    /** The language to speak. */
    public Language language() {
        return Stream.of(Optional.ofNullable(chosen), Optional.ofNullable(remembered))
                .flatMap(Optional::stream)
                .flatMap(tag -> Language.byTag(tag).stream())
                .findFirst()
                .orElseGet(() -> Language.preferred(accepted == null ? "" : accepted));
    }

    /**
     * Absolute, without the query; fit for a link to this very site. The request's whole URI is not asked for: browsers
     * send what {@link URI} refuses, such as braces in a query.
     */
    public String path() {
        if (uri == null) {
            return "/";
        }
        String path = "/" + LEADING.matcher(uri.getPath()).replaceFirst("");
        try {
            return new URI("http", "localhost", path, null).getRawPath();
        } catch (URISyntaxException e) {
            return "/";
        }
    }
}
