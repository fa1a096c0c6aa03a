package org.bellwether.ingest.fetch;

import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.StringEntity;

/** What is said to a server: with a form, or conditionally by what is known from the last time (RFC 9110 §13.1). */
final class HttpRequests {

    private HttpRequests() {}

    /**
     * A request as one address is sent it.
     *
     * @param url where this one goes, which redirects may have led to
     */
    static HttpUriRequestBase of(URI url, FetchRequest request) {
        HttpUriRequestBase made = request.form() == null ? get(url, request.validators()) : post(url, request.form());
        made.setHeader(HttpHeaders.ACCEPT, request.wanted().accept());
        made.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip, deflate");
        return made;
    }

    private static HttpPost post(URI url, String form) {
        HttpPost post = new HttpPost(url);
        post.setEntity(new StringEntity(form, ContentType.APPLICATION_FORM_URLENCODED));
        return post;
    }

    private static HttpGet get(URI url, Validators validators) {
        HttpGet get = new HttpGet(url);
        if (validators.etag() != null) {
            get.setHeader(HttpHeaders.IF_NONE_MATCH, validators.etag());
        }
        if (validators.lastModified() != null) {
            get.setHeader(HttpHeaders.IF_MODIFIED_SINCE, validators.lastModified());
        }
        return get;
    }
}
