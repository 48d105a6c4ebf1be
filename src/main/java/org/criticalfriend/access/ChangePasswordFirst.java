package org.criticalfriend.access;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.access.AccessDeniedHandlerImpl;

/** Sends people whose password was given by somebody else to the page where they choose their own; refuses all others. */
class ChangePasswordFirst implements AccessDeniedHandler {

    private final AccessDeniedHandler refuse = new AccessDeniedHandlerImpl();

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException denied)
            throws IOException, ServletException {
        var person = SecurityContextHolder.getContext().getAuthentication();
        boolean mustChange = person != null
                && person.getAuthorities().stream()
                        .anyMatch(one -> Authorities.MUST_CHANGE_PASSWORD.equals(one.getAuthority()));
        if (mustChange && "GET".equals(request.getMethod())) {
            response.sendRedirect(request.getContextPath() + "/password");
        } else {
            refuse.handle(request, response, denied);
        }
    }
}
