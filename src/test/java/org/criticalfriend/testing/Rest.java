package org.criticalfriend.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Map;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;

/** The engine's REST interface, as one person uses it. */
public final class Rest implements Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final RestClient client;
    private final String address;

    /**
     * @param port of the application
     * @param person sign-in name; the password is {@link TestPartnership#PASSWORD}
     */
    public Rest(int port, String person) {
        this(port, person, TestPartnership.PASSWORD);
    }

    public Rest(int port, String person, String password) {
        this.address = "http://localhost:" + port + "/engine-rest";
        this.client = RestClient.builder()
                .requestFactory(new JdkClientHttpRequestFactory())
                .baseUrl(address)
                .defaultHeaders(headers -> headers.setBasicAuth(person, password))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    /** What came back, whatever the status. */
    public record Reply(int status, String body) {

        public JsonNode json() {
            try {
                return JSON.readTree(body == null ? "null" : body);
            } catch (JsonProcessingException e) {
                throw new AssertionError("No JSON: " + body, e);
            }
        }

        /** The message of an error. */
        public String message() {
            return json().path("message").asText();
        }
    }

    @Override
    public Reply get(String path) {
        return call(HttpMethod.GET, path, null);
    }

    @Override
    public Reply post(String path, Object body) {
        return call(HttpMethod.POST, path, body);
    }

    public Reply call(HttpMethod method, String path, Object body) {
        RestClient.RequestBodySpec request = client.method(method).uri(path);
        if (body != null) {
            request.contentType(MediaType.APPLICATION_JSON).body(body);
        }
        ResponseEntity<String> answer = request.retrieve().toEntity(String.class);
        return new Reply(answer.getStatusCode().value(), answer.getBody());
    }

    @Override
    public Reply send(String method, String path, String type, String body) {
        RestClient.RequestBodySpec request =
                client.method(HttpMethod.valueOf(method)).uri(URI.create(address + path));
        if (body != null) {
            request.contentType(MediaType.parseMediaType(type)).body(body);
        }
        ResponseEntity<String> answer = request.retrieve().toEntity(String.class);
        return new Reply(answer.getStatusCode().value(), answer.getBody());
    }

    /** Id of this person's open task at an activity. */
    public String task(String reference, String activity, String person) {
        JsonNode found = get("/task?processInstanceBusinessKey=%s&taskDefinitionKey=%s&assignee=%s"
                        .formatted(reference, activity, person))
                .json();
        if (found.size() != 1) {
            throw new AssertionError("%s has %d tasks %s in %s.".formatted(person, found.size(), activity, reference));
        }
        return found.get(0).path("id").asText();
    }

    /** Hands in a task with values as a form sends them. */
    public Reply complete(String task, Map<String, ?> values) {
        return post("/task/" + task + "/complete", Map.of("variables", variables(values)));
    }

    /** What a task's form opens with. */
    public JsonNode form(String task) {
        return get("/task/" + task + "/form-variables?deserializeValues=false").json();
    }

    /** Values in the shape of REST: lists and maps as they are, the type left to the engine. */
    public static ObjectNode variables(Map<String, ?> values) {
        ObjectNode variables = JSON.createObjectNode();
        values.forEach((name, value) -> variables.set(name, JSON.valueToTree(typed(value))));
        return variables;
    }

    private static Map<String, Object> typed(Object value) {
        if (value instanceof java.util.List || value instanceof Map) {
            try {
                return Map.of("type", "Json", "value", JSON.writeValueAsString(value));
            } catch (JsonProcessingException e) {
                throw new AssertionError(e);
            }
        }
        return java.util.Collections.singletonMap("value", value);
    }
}
