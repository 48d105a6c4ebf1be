package org.criticalfriend.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** One person at the engine's interface; paths are the same whether it is called from outside or by the web applications. */
public interface Caller {

    /**
     * @param path behind the engine's address, encoded
     * @param type content type of the body; null if there is none
     */
    Rest.Reply send(String method, String path, String type, String body);

    /** Calls with a body of JSON; none if it is null, as it is if it is text. */
    default Rest.Reply json(String method, String path, Object body) {
        return body == null ? send(method, path, null, null) : send(method, path, "application/json", written(body));
    }

    default Rest.Reply get(String path) {
        return json("GET", path, null);
    }

    default Rest.Reply post(String path, Object body) {
        return json("POST", path, body);
    }

    /** Deploys one file, as Camunda Modeler does. */
    default Rest.Reply deploy(String deployment, String file, String content) {
        return send(
                "POST",
                "/deployment/create",
                "multipart/form-data; boundary=part",
                String.join(
                        "\r\n",
                        "--part",
                        "Content-Disposition: form-data; name=\"deployment-name\"",
                        "",
                        deployment,
                        "--part",
                        "Content-Disposition: form-data; name=\"model\"; filename=\"%s\"".formatted(file),
                        "Content-Type: application/octet-stream",
                        "",
                        content,
                        "--part--",
                        ""));
    }

    private static String written(Object body) {
        try {
            return body instanceof String text ? text : new ObjectMapper().writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new AssertionError(e);
        }
    }
}
