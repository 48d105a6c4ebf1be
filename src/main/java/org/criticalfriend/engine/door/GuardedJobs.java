package org.criticalfriend.engine.door;

import org.camunda.bpm.engine.impl.ManagementServiceImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;

/**
 * Executing a job by hand is for administrators, and others are refused before the engine tries: it takes its own refusal for a
 * failure of the job, so that whoever asks often enough stops it.
 */
public class GuardedJobs extends ManagementServiceImpl {

    private final ProcessEngineConfigurationImpl engine;

    /** @param engine the engine, to know who is signed in to it */
    public GuardedJobs(ProcessEngineConfigurationImpl engine) {
        super(engine);
        this.engine = engine;
    }

    @Override
    public void executeJob(String jobId) {
        Authentication person = engine.getIdentityService().getCurrentAuthentication();
        if (person != null && !RefusedCommands.isAdministrator(person)) {
            throw RefusedCommands.refusal();
        }
        super.executeJob(jobId);
    }
}
