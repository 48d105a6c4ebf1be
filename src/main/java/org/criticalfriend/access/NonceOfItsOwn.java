package org.criticalfriend.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.camunda.bpm.webapp.impl.security.filter.headersec.provider.impl.ContentSecurityPolicyProvider;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each page of the web applications a nonce of its own. They keep the nonce of their content policy in the one servlet
 * context of the application, so that of two people who open a page at the same moment one gets the other's, and a blank page.
 */
class NonceOfItsOwn extends OncePerRequestFilter {

    private static final String NONCE = ContentSecurityPolicyProvider.ATTR_CSP_FILTER_NONCE;

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        ServletContext own = keepingTheNonceIn(request);
        chain.doFilter(
                new HttpServletRequestWrapper(request) {
                    @Override
                    public ServletContext getServletContext() {
                        return own;
                    }
                },
                response);
    }

    private static ServletContext keepingTheNonceIn(HttpServletRequest request) {
        ServletContext shared = request.getServletContext();
        return (ServletContext) Proxy.newProxyInstance(
                NonceOfItsOwn.class.getClassLoader(),
                new Class<?>[] {ServletContext.class},
                (proxy, method, arguments) -> {
                    boolean nonce = arguments != null && NONCE.equals(arguments[0]);
                    if (nonce && method.getName().equals("setAttribute")) {
                        request.setAttribute(NONCE, arguments[1]);
                        return null;
                    }
                    if (nonce && method.getName().equals("getAttribute")) {
                        return request.getAttribute(NONCE);
                    }
                    try {
                        return method.invoke(shared, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }
}
