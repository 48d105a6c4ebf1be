package org.criticalfriend.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.web.util.HtmlUtils;

/**
 * Whoever comes from a mail that they read in the browser seems to be a stranger: our cookies do not travel with links of other sites.
 * Asking them to sign in would end the session that they have. So they get a page that leads on to the same address by itself; that
 * step is from our own site, and the cookies travel.
 */
final class OneMoreStep implements AuthenticationEntryPoint {

    /** On the address of the second step: without it, a browser that understands all this otherwise would go round in circles. */
    private static final String SECOND = "from=mail";

    private static final String PAGE =
            """
            <!DOCTYPE html>
            <html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta http-equiv="refresh" content="0;url=%1$s"><title>Critical Friend</title></head>
            <body><p><a href="%1$s">Go on to Critical Friend</a></p></body></html>
            """;

    /** Whether a page was asked for from another site, for the first time. */
    static boolean isNeeded(HttpServletRequest request) {
        return "GET".equals(request.getMethod())
                && "cross-site".equals(request.getHeader("Sec-Fetch-Site"))
                && "navigate".equals(request.getHeader("Sec-Fetch-Mode"))
                && !Optional.ofNullable(request.getQueryString()).orElse("").endsWith(SECOND);
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException notSignedIn)
            throws IOException {
        String query = Optional.ofNullable(request.getQueryString())
                .map(asked -> asked + "&" + SECOND)
                .orElse(SECOND);
        response.setContentType(MediaType.TEXT_HTML_VALUE);
        response.setCharacterEncoding(StandardCharsets.UTF_8.name());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getWriter().write(PAGE.formatted(HtmlUtils.htmlEscape(request.getRequestURI() + "?" + query)));
    }
}
