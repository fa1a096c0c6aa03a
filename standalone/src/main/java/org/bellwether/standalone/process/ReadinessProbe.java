package org.bellwether.standalone.process;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Asks a service's readiness endpoint (MicroProfile Health: 200 or 503, with the failing checks in the body). */
final class ReadinessProbe {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient HTTP = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    private ReadinessProbe() {}

    static Readiness ask(URI endpoint) {
        try {
            HttpRequest request = HttpRequest.newBuilder(endpoint)
                    .timeout(Duration.ofSeconds(4))
                    .build();
            HttpResponse<byte[]> answer = HTTP.send(request, BodyHandlers.ofByteArray());
            return answer.statusCode() == 200
                    ? new Readiness.Ready()
                    : new Readiness.NotReady(failing(answer.body(), answer.statusCode()));
        } catch (ConnectException e) {
            return new Readiness.NotReady("starting");
        } catch (HttpTimeoutException e) {
            return new Readiness.NotReady("busy");
        } catch (IOException e) {
            return new Readiness.NotReady("no answer yet");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Readiness.NotReady("interrupted");
        }
    }

    /** Some checks are named by their class. */
    private static String spoken(String check) {
        return check.substring(check.lastIndexOf('.') + 1).replace("_ClientProxy", "");
    }

    private static String failing(byte[] body, int status) {
        List<String> names = new ArrayList<>();
        try {
            JsonNode health = JSON.readTree(body);
            for (JsonNode check : health.path("checks")) {
                if (check.path("status").asText().equals("DOWN")) {
                    names.add(spoken(check.path("name").asText()));
                }
            }
        } catch (IOException e) {
            return "answers " + status;
        }
        return names.isEmpty() ? "answers " + status : "not ready: " + String.join(", ", names);
    }
}
