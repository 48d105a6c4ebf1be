package org.criticalfriend.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Keeps cookies, follows no redirect, runs no script. */
public final class Browser {

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final int port;

    public Browser(int port) {
        this.port = port;
    }

    /** What came back, whatever the status. */
    public record Page(int status, HttpHeaders headers, String body) {

        /** Where it sends the browser to: path and query; empty if nowhere. */
        public String location() {
            return headers.firstValue("Location")
                    .map(URI::create)
                    .map(to -> to.getRawQuery() == null ? to.getPath() : to.getPath() + "?" + to.getRawQuery())
                    .orElse("");
        }

        /** The line with which it sets a cookie; empty if it sets none of this name. */
        public Optional<String> setsCookie(String name) {
            return headers.allValues("Set-Cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .findFirst();
        }
    }

    /** @param headers names and values in turn */
    public Page get(String path, String... headers) {
        return send("GET", path, null, null, headers);
    }

    /** Sends a form as the pages do, with their token; after signing in, the first page brings it. */
    public Page post(String path, Map<String, String> fields, String... headers) {
        Map<String, String> all = new LinkedHashMap<>(fields);
        if (cookie("CF-CSRF").isEmpty()) {
            get("/", headers);
        }
        cookie("CF-CSRF").ifPresent(token -> all.put("_csrf", token));
        return postWithoutToken(path, all, headers);
    }

    /** Uploads a file as the pages do, in a field of this name, with their token. */
    public Page upload(String path, String field, String name, byte[] content) {
        if (cookie("CF-CSRF").isEmpty()) {
            get("/");
        }
        String border = "----a-border-that-stands-in-no-file";
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes("--%s\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n%s\r\n"
                .formatted(border, cookie("CF-CSRF").orElse(""))
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(
                "--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                        .formatted(border, field, name)
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n--%s--\r\n".formatted(border).getBytes(StandardCharsets.UTF_8));
        return sendBody(
                "POST",
                path,
                "multipart/form-data; boundary=" + border,
                HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()));
    }

    /** The bytes that stand at an address. */
    public byte[] download(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        try {
            HttpResponse<byte[]> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new AssertionError(path + " answers " + answer.statusCode());
            }
            return answer.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public Page postWithoutToken(String path, Map<String, String> fields, String... headers) {
        return send("POST", path, "application/x-www-form-urlencoded", encoded(fields), headers);
    }

    /** Signs in by the page. */
    public Page signIn(String name, String password, String... headers) {
        get("/sign-in", headers);
        return post("/sign-in", Map.of("name", name, "password", password), headers);
    }

    public Optional<String> cookie(String name) {
        return Optional.ofNullable(cookies.get(name));
    }

    public void setCookie(String name, String value) {
        cookies.put(name, value);
    }

    public Page send(String method, String path, String type, String body, String... headers) {
        return sendBody(
                method,
                path,
                type,
                body == null ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body),
                headers);
    }

    private Page sendBody(String method, String path, String type, HttpRequest.BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .method(method, body);
        if (type != null) {
            request.header("Content-Type", type);
        }
        if (!cookies.isEmpty()) {
            request.header("Cookie", cookies());
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        try {
            HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
            keep(answer.headers().allValues("Set-Cookie"));
            return new Page(answer.statusCode(), answer.headers(), answer.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String cookies() {
        return cookies.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.joining("; "));
    }

    private void keep(List<String> lines) {
        for (String line : lines) {
            String[] pair = line.split(";", 2)[0].split("=", 2);
            if (pair[1].isEmpty() || line.contains("Max-Age=0")) {
                cookies.remove(pair[0]);
            } else {
                cookies.put(pair[0], pair[1]);
            }
        }
    }

    private static String encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> encoded(field.getKey()) + "=" + encoded(field.getValue()))
                .collect(Collectors.joining("&"));
    }

    /** A text as it stands in a query or a form. */
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
