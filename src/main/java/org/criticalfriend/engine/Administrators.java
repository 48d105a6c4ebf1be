package org.criticalfriend.engine;

import org.camunda.bpm.engine.impl.plugin.AdministratorAuthorizationPlugin;
import org.criticalfriend.engine.identity.Groups;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Makes our group of administrators the engine's; its members come from the register. */
@Configuration
class Administrators {

    @Bean
    AdministratorAuthorizationPlugin administratorGroup() {
        AdministratorAuthorizationPlugin plugin = new AdministratorAuthorizationPlugin();
        plugin.setAdministratorGroupName(Groups.ADMINISTRATORS);
        return plugin;
    }
}
