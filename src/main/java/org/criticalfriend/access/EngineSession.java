package org.criticalfriend.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Tells the engine for the length of one REST request who is asking. */
class EngineSession extends OncePerRequestFilter {

    private final IdentityService engine;
    private final WhoIsWho register;

    EngineSession(IdentityService engine, WhoIsWho register) {
        this.engine = engine;
        this.register = register;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String person = SecurityContextHolder.getContext().getAuthentication().getName();
        engine.setAuthentication(person, new ArrayList<>(register.groupsOf(person)), List.of());
        try {
            chain.doFilter(request, response);
        } finally {
            engine.clearAuthentication();
        }
    }
}
