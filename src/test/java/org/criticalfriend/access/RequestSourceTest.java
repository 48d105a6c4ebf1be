package org.criticalfriend.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;

class RequestSourceTest {

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "127.8.9.10", "::1", "0:0:0:0:0:0:0:1", "::ffff:127.0.0.1"})
    void aLoopbackAddressIsThisMachine(String address) {
        assertThat(RequestSource.of(from(address)).thisMachine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"192.168.1.20", "10.0.0.1", "203.0.113.9", "fe80::1", "2001:db8::1", "0.0.0.0", "::"})
    void anyOtherAddressIsNot(String address) {
        assertThat(RequestSource.of(from(address)).thisMachine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"X-Forwarded-For", "Forwarded"})
    void whatAProxyOnThisMachinePassesOnIsNotFromThisMachine(String header) {
        MockHttpServletRequest request = from("127.0.0.1");
        request.addHeader(header, "for=127.0.0.1");

        assertThat(RequestSource.of(request).thisMachine()).isFalse();
    }

    @Test
    void whatTheRequestSaysOfItselfDoesNotCount() {
        MockHttpServletRequest request = from("203.0.113.9");
        request.addHeader("Host", "localhost");
        request.addHeader("X-Real-IP", "127.0.0.1");

        assertThat(RequestSource.of(request).thisMachine()).isFalse();
    }

    private static MockHttpServletRequest from(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        request.setRemoteAddr(address);
        return request;
    }
}
