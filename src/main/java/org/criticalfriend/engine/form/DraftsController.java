package org.criticalfriend.engine.form;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Keeps drafts for the script in Tasklist; each person reaches their own, of tasks that are theirs. */
@RestController
@RequestMapping("/drafts/{task}")
class DraftsController {

    /** More than the longest draft can take. */
    private static final int MOST_BYTES = 4 * Drafts.LONGEST;

    private final Drafts drafts;
    private final FormGate gate;

    DraftsController(Drafts drafts, FormGate gate) {
        this.drafts = drafts;
        this.gate = gate;
    }

    /** Asking for the token sets its cookie, which the script needs to save. */
    @GetMapping
    ResponseEntity<String> read(@PathVariable String task, Principal person, CsrfToken token) {
        token.getToken();
        return own(task, person)
                .flatMap(id -> drafts.of(id, task))
                .map(draft -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_JSON)
                        .lastModified(draft.savedAt())
                        .body(draft.content()))
                .orElseGet(() -> ResponseEntity.noContent().build());
    }

    @PutMapping
    ResponseEntity<Void> keep(@PathVariable String task, Principal person, InputStream body) throws IOException {
        String content = new String(body.readNBytes(MOST_BYTES + 1), StandardCharsets.UTF_8);
        if (content.length() > Drafts.LONGEST) {
            return ResponseEntity.status(HttpStatus.PAYLOAD_TOO_LARGE).build();
        }
        if (own(task, person).isEmpty()) {
            return ResponseEntity.notFound().build();
        }
        drafts.keep(person.getName(), task, content);
        // The task may have ended in the meantime, and its drafts with it.
        if (own(task, person).isEmpty()) {
            drafts.forget(person.getName(), task);
        }
        return ResponseEntity.noContent().build();
    }

    @DeleteMapping
    ResponseEntity<Void> forget(@PathVariable String task, Principal person) {
        drafts.forget(person.getName(), task);
        return ResponseEntity.noContent().build();
    }

    private Optional<String> own(String task, Principal person) {
        return Optional.of(person.getName()).filter(id -> gate.isOwnTask(task, id));
    }
}
