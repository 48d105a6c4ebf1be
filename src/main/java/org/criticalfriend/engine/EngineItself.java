package org.criticalfriend.engine;

import java.util.function.Function;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** Does something as the engine itself, whoever is signed in: nobody's rights are asked for. */
@Component
public class EngineItself {

    private final Supplier<ProcessEngineConfigurationImpl> engine;

    EngineItself(ObjectProvider<ProcessEngineConfigurationImpl> engine) {
        // The engine is made after what stands at its border.
        this.engine = SingletonSupplier.of(engine::getObject);
    }

    /** Does some work with the engine's services. */
    public <T> T does(Supplier<T> work) {
        return withContext(context -> work.get());
    }

    /** Does some work inside a command of the engine. */
    public <T> T withContext(Function<CommandContext, T> work) {
        return engine.get()
                .getCommandExecutorTxRequired()
                .execute(context -> context.runWithoutAuthorization(() -> work.apply(context)));
    }
}
