package org.criticalfriend.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.Deployment;
import org.springframework.stereotype.Component;

/** Deploys the packaged lead times with one row more, as a process owner would from Modeler. */
@Component
public class OwnLeadTimes {

    private final RepositoryService repository;

    OwnLeadTimes(RepositoryService repository) {
        this.repository = repository;
    }

    /**
     * Puts a row for one partnership above all others. The caller deletes the deployment when done.
     *
     * @param time such as {@code 15:45}
     */
    public Deployment row(
            String partnership, String step, String anchor, int offset, String unit, String roll, String time) {
        return row("", partnership, step, anchor, offset, unit, roll, time);
    }

    /** Puts a row for one kind of review in one partnership above all others. */
    public Deployment row(
            String kind,
            String partnership,
            String step,
            String anchor,
            int offset,
            String unit,
            String roll,
            String time) {
        String row =
                """
                <rule id="OwnRow">
                  <inputEntry id="OwnStep"><text>"%s"</text></inputEntry>
                  <inputEntry id="OwnKind"><text>%s</text></inputEntry>
                  <inputEntry id="OwnPartnership"><text>"%s"</text></inputEntry>
                  <outputEntry id="OwnAnchor"><text>"%s"</text></outputEntry>
                  <outputEntry id="OwnOffset"><text>%d</text></outputEntry>
                  <outputEntry id="OwnUnit"><text>"%s"</text></outputEntry>
                  <outputEntry id="OwnRoll"><text>"%s"</text></outputEntry>
                  <outputEntry id="OwnTime"><text>"%s"</text></outputEntry>
                </rule>
                """
                        .formatted(
                                step,
                                kind.isEmpty() ? "" : "\"" + kind + "\"",
                                partnership,
                                anchor,
                                offset,
                                unit,
                                roll,
                                time);
        String table = packaged();
        int first = table.indexOf("<rule id=");
        return repository
                .createDeployment()
                .addString("deadlines.dmn", table.substring(0, first) + row + table.substring(first))
                .deploy();
    }

    private static String packaged() {
        try {
            return Files.readString(Path.of("processes/deadlines.dmn"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
