package org.criticalfriend.engine.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleDescriptor.Version;
import org.apache.catalina.util.ServerInfo;
import org.junit.jupiter.api.Test;
import org.postgresql.util.DriverInfo;

/** What Boot brings is older and has known holes. */
class VersionsTest {

    @Test
    void theWebServerIsNotOlderThanTheOneThatClosesItsKnownHoles() {
        assertThat(Version.parse(ServerInfo.getServerNumber())).isGreaterThanOrEqualTo(Version.parse("10.1.61"));
    }

    @Test
    void theDriverOfPostgresqlIsNotOlderThanTheOneThatClosesItsKnownHoles() {
        assertThat(Version.parse(DriverInfo.DRIVER_VERSION)).isGreaterThanOrEqualTo(Version.parse("42.7.14"));
    }
}
