package org.criticalfriend.access;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.net.InetAddress;
import java.net.UnknownHostException;

/**
 * Where a request comes from.
 *
 * @param thisMachine whether it comes from this very machine, and not through a proxy on it
 */
record RequestSource(boolean thisMachine) implements Serializable {

    static RequestSource of(HttpServletRequest request) {
        boolean forwarded = request.getHeader("Forwarded") != null || request.getHeader("X-Forwarded-For") != null;
        return new RequestSource(!forwarded && isLoopback(request.getRemoteAddr()));
    }

    private static boolean isLoopback(String address) {
        try {
            // An address in figures: nothing is looked up.
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
