package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordRulesTest {

    @ParameterizedTest
    @ValueSource(strings = {"lantern orchard puddle", "zwölf Zeichen", "lanternpuddl", "🦉🦉 owl lake moss"})
    void threeWordsWillDo(String password) {
        assertThat(PasswordRules.fault(password, "head")).isEmpty();
    }

    @Test
    void elevenCharactersAreTooFew() {
        assertThat(PasswordRules.fault("lanternpudd", "head"))
                .hasValue("Please choose at least 12 characters. Three random words make a good password.");
    }

    @Test
    void whatWouldSilentlyNotCountIsTooLong() {
        String most = "abcdefgh".repeat(9);

        assertThat(PasswordRules.fault(most.replace("abcdef", "zbcdxf"), "head"))
                .isEmpty();
        assertThat(PasswordRules.fault(most.replace("abcdef", "zbcdxf") + "x", "head"))
                .hasValue("This is longer than can be kept. Please choose at most 72 characters.");
        assertThat(PasswordRules.fault("ö".repeat(33) + " lantern", "head"))
                .hasValueSatisfying(words -> assertThat(words).startsWith("This is longer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"miss.frost at the lake", "my MISS.FROST orchard"})
    void theSignInNameIsNotPartOfIt(String password) {
        assertThat(PasswordRules.fault(password, "Miss.Frost"))
                .hasValue("Please choose a password that does not hold your sign-in name.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "password puddle",
                "my Pass-Word is",
                "qwertzuiop qwerty",
                "lantern 123456",
                "Critical Friend 26",
                "aaaaaaaaaaaaaaaa",
                "abababababababab",
                "abcabcabcabcdabcd"
            })
    void whatIsGuessedFirstIsRefused(String password) {
        assertThat(PasswordRules.fault(password, "head"))
                .hasValue("This is too easy to guess. Three random words make a good password.");
    }
}
