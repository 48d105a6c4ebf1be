package org.criticalfriend.engine.deployment;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.dmn.Dmn;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.xml.ModelParseException;
import org.criticalfriend.engine.StartRefused;
import org.springframework.core.io.Resource;

/**
 * A model or form that comes with the application.
 *
 * @param name file name, which is the resource name in the engine
 * @param key id of the process, decision or form in it
 * @param kind which of the three
 * @param content the file
 * @param hash SHA-256 of the content, hexadecimal
 */
record PackagedModel(String name, String key, Kind kind, byte[] content, String hash) {

    enum Kind {
        PROCESS,
        DECISION,
        FORM
    }

    /** @throws StartRefused if the file does not parse or holds nothing to deploy */
    static PackagedModel read(Resource resource) {
        String name = resource.getFilename();
        try (InputStream file = resource.getInputStream()) {
            byte[] content = file.readAllBytes();
            Kind kind = name.endsWith(".bpmn") ? Kind.PROCESS : name.endsWith(".dmn") ? Kind.DECISION : Kind.FORM;
            return new PackagedModel(name, key(kind, content), kind, content, hash(content));
        } catch (IOException | ModelParseException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The model %s does not parse: %s".formatted(name, reason(e)),
                    "Open the file in Camunda Modeler, mend it, save it, and start again.",
                    e);
        }
    }

    private static String key(Kind kind, byte[] content) throws IOException {
        return switch (kind) {
            case PROCESS ->
                Bpmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Process.class)
                        .stream()
                        .filter(Process::isExecutable)
                        .map(Process::getId)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("it holds no executable process."));
            case DECISION ->
                Dmn.readModelFromStream(new ByteArrayInputStream(content))
                        .getModelElementsByType(Decision.class)
                        .stream()
                        .map(Decision::getId)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("it holds no decision."));
            case FORM -> {
                JsonNode id = new ObjectMapper().readTree(content).path("id");
                if (!id.isTextual()) {
                    throw new IllegalArgumentException("the form has no id.");
                }
                yield id.asText();
            }
        };
    }

    private static String reason(Throwable thrown) {
        Throwable deepest = thrown;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest.getMessage();
    }

    private static String hash(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256.", e);
        }
    }
}
