package org.bellwether.ingest.api.console;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response.Status;
import java.util.List;
import org.bellwether.ingest.api.Asked;
import org.bellwether.ingest.api.NoRoomNow;
import org.bellwether.web.Violation;
import org.bellwether.web.text.Finding;

/**
 * Why something was not done, as a page tells it.
 *
 * @param status of the answer (RFC 9110)
 * @param words in the reader's language
 * @param detail as the API says it, in English, with the way out
 * @param violations of the request, by field
 * @param retryAfter when to ask again, as the header says it; empty where that is not known
 */
public record Trouble(int status, String words, String detail, List<Violation> violations, String retryAfter) {

    private static final int UNPROCESSABLE = 422;

    static Trouble of(HttpProblem problem, Words words) {
        List<Violation> violations = Asked.violations(problem);
        Object code = problem.getParameters().get("code");
        int status = problem.getStatusCode();
        // Of several faults the API's sentence tells the first; they stand beside their fields, or in a list.
        String detail = problem.getDetail() == null || violations.size() > 1 ? "" : problem.getDetail();
        String again = retryAfter(problem);
        if (code instanceof String known) {
            Finding finding = Finding.of(known, detail, words);
            return new Trouble(status, finding.words(), detail, violations, again);
        }
        String key = "problem_" + status;
        String general = status >= Status.INTERNAL_SERVER_ERROR.getStatusCode() ? "problem_fault" : "problem_bad";
        return new Trouble(status, words.find(key).orElseGet(() -> words.of(general)), detail, violations, again);
    }

    /** Too much is being read at once. */
    static Trouble crowded(Words words) {
        HttpProblem crowded = NoRoomNow.problem();
        return new Trouble(crowded.getStatusCode(), words.of("problem_later"), "", List.of(), retryAfter(crowded));
    }

    private static String retryAfter(HttpProblem problem) {
        return String.valueOf(problem.getHeaders().getOrDefault(HttpHeaders.RETRY_AFTER, ""));
    }

    /** Whether each thing that is wrong can be told beside its field. */
    boolean isOfFields() {
        return !violations.isEmpty() && status != UNPROCESSABLE;
    }
}
