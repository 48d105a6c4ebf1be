package org.criticalfriend.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReviewKeysTest {

    @Test
    void keysMadeInTheSameMillisecondKeepTheirOrderSoThatEvidenceLiesAsItWasTyped() {
        List<String> keys =
                Stream.generate(Reviews::newId).limit(1_000).map(UUID::toString).toList();

        assertThat(keys).isSorted();
    }
}
