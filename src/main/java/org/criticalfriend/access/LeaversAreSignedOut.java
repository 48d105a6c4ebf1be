package org.criticalfriend.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Ends the session of somebody who has left since it began. */
class LeaversAreSignedOut extends OncePerRequestFilter {

    private final WhoIsWho register;

    LeaversAreSignedOut(WhoIsWho register) {
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof SignedIn person
                && register.person(person.id()).isEmpty()) {
            SecurityContextHolder.clearContext();
            Optional.ofNullable(request.getSession(false)).ifPresent(session -> session.invalidate());
        }
        chain.doFilter(request, response);
    }
}
