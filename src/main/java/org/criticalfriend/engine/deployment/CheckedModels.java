package org.criticalfriend.engine.deployment;

import java.util.List;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ParseException;
import org.camunda.bpm.engine.Problem;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.xml.ProblemImpl;
import org.criticalfriend.engine.deployment.ModelCheck.Fault;

/** Refuses a deployment in which a file is wrong, before anything of it is in force; Modeler shows what and where. */
public final class CheckedModels implements Deployer {

    private final List<ModelCheck> checks;

    /** @param checks what is looked at */
    public CheckedModels(List<ModelCheck> checks) {
        this.checks = checks;
    }

    /** Called again for old deployments when a node reads them; those were looked at when they came. */
    @Override
    public void deploy(DeploymentEntity deployment) {
        if (deployment.isNew()) {
            deployment.getResources().forEach((name, resource) -> refuseIfFaulty(name, resource.getBytes()));
        }
    }

    private void refuseIfFaulty(String name, byte[] content) {
        List<Fault> faults = checks.stream()
                .flatMap(check -> check.faultsIn(name, content).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new ParseException(
                    faults.stream().map(Fault::words).collect(Collectors.joining(" ")),
                    name,
                    faults.stream().<Problem>map(CheckedModels::problem).toList(),
                    List.of());
        }
    }

    private static Problem problem(Fault fault) {
        return new ProblemImpl(fault.words(), null, fault.element());
    }
}
