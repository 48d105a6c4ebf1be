package org.criticalfriend.access;

import static org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher.withDefaults;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.criticalfriend.engine.identity.Groups;
import org.criticalfriend.engine.identity.WhoIsWho;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.core.GrantedAuthorityDefaults;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.SavedRequestAwareAuthenticationSuccessHandler;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRequestAttributeHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/** Several doors, one key: REST and figures with basic authentication, the engine's web applications, our own pages. */
@Configuration
class AccessRules {

    /** Groups stand in a session by their names, without a prefix. */
    @Bean
    static GrantedAuthorityDefaults namesOfGroups() {
        return new GrantedAuthorityDefaults("");
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return PasswordEncoderFactories.createDelegatingPasswordEncoder();
    }

    /** Health is open to whoever watches; figures are the administrators', with basic authentication for what collects them. */
    @Bean
    @Order(0)
    SecurityFilterChain watching(HttpSecurity http) throws Exception {
        var paths = withDefaults();
        return http.securityMatcher(paths.matcher("/actuator/**"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                paths.matcher("/actuator/health"), paths.matcher("/actuator/health/**"))
                        .permitAll()
                        .anyRequest()
                        .hasAuthority(Groups.ADMINISTRATORS))
                .httpBasic(basic -> basic.realmName("Critical Friend").authenticationDetailsSource(RequestSource::of))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    @Order(1)
    SecurityFilterChain rest(HttpSecurity http, IdentityService engine, WhoIsWho register) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/engine-rest/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().hasAuthority(Authorities.ENTERED))
                .httpBasic(basic -> basic.realmName("Critical Friend").authenticationDetailsSource(RequestSource::of))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .addFilterAfter(new EngineSession(engine, register), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain webapps(HttpSecurity http, WhoIsWho register, Audit audit) throws Exception {
        var paths = withDefaults();
        return http.securityMatcher(paths.matcher("/camunda/**"))
                .authorizeHttpRequests(requests -> requests
                        // The engine's set-up makes anybody an administrator (CVE-2026-77226); its own sign-in knows no
                        // lock-out.
                        .requestMatchers(
                                paths.matcher("/camunda/api/admin/setup/**"),
                                paths.matcher("/camunda/app/admin/*/setup/**"),
                                paths.matcher("/camunda/api/admin/auth/user/*/login/**"))
                        .denyAll()
                        .anyRequest()
                        .hasAuthority(Authorities.ENTERED))
                .exceptionHandling(handling -> handling.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), paths.matcher("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), paths.matcher("/camunda/**"))
                        .accessDeniedHandler(new ChangePasswordFirst()))
                .logout(logout -> logout.logoutRequestMatcher(
                                paths.matcher(HttpMethod.POST, "/camunda/api/admin/auth/user/*/logout"))
                        .addLogoutHandler(noteSignOut(audit))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                // The web applications bring a token and a content policy of their own; a second policy would block
                // their scripts.
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .frameOptions(frame -> frame.sameOrigin())
                        .cacheControl(cache -> cache.disable()))
                .addFilterBefore(new LeaversAreSignedOut(register), AuthorizationFilter.class)
                .build();
    }

    /** Personal links from mails: no sign-in and no session, since the link is the proof; and nobody else is to learn of it. */
    @Bean
    @Order(3)
    SecurityFilterChain linksFromMails(HttpSecurity http) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/link/**"))
                .authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentPolicy.PAGES))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .build();
    }

    /** Calendar programs cannot sign in: the secret in the address is the key. They get no session and no token. */
    @Bean
    @Order(4)
    SecurityFilterChain calendars(HttpSecurity http) throws Exception {
        return http.securityMatcher(withDefaults().matcher("/calendar/*.ics"))
                .authorizeHttpRequests(requests -> requests.requestMatchers(
                                withDefaults().matcher(HttpMethod.GET, "/calendar/*.ics"),
                                withDefaults().matcher(HttpMethod.HEAD, "/calendar/*.ics"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable())
                .headers(headers -> headers.cacheControl(cache -> cache.disable())
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER)))
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pages(HttpSecurity http, WhoIsWho register, Audit audit) throws Exception {
        CookieCsrfTokenRepository token = CookieCsrfTokenRepository.withHttpOnlyFalse();
        token.setCookieName("CF-CSRF");
        token.setHeaderName("X-CSRF-TOKEN");
        token.setCookiePath("/");
        token.setCookieCustomizer(cookie -> cookie.sameSite("Strict"));
        return http.authorizeHttpRequests(
                        requests -> requests.requestMatchers("/sign-in", "/style/**", "/favicon.ico", "/error")
                                .permitAll()
                                .requestMatchers("/password", "/sign-out")
                                .authenticated()
                                .anyRequest()
                                .hasAuthority(Authorities.ENTERED))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("name")
                        .authenticationDetailsSource(RequestSource::of)
                        .successHandler(welcome(audit))
                        .failureUrl("/sign-in?refused"))
                // A script asks for drafts: it can do nothing with a page.
                .exceptionHandling(handling -> handling.accessDeniedHandler(new ChangePasswordFirst())
                        .defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED),
                                withDefaults().matcher("/drafts/**"))
                        .defaultAuthenticationEntryPointFor(new OneMoreStep(), OneMoreStep::isNeeded)
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), AnyRequestMatcher.INSTANCE))
                .requestCache(cache -> cache.requestCache(pagesOnly()))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(noteSignOut(audit))
                        .logoutSuccessUrl("/sign-in?signed-out"))
                .csrf(csrf ->
                        csrf.csrfTokenRepository(token).csrfTokenRequestHandler(new CsrfTokenRequestAttributeHandler()))
                .headers(headers -> headers.contentSecurityPolicy(
                                policy -> policy.policyDirectives(ContentPolicy.PAGES))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                        .permissionsPolicyHeader(policy -> policy.policy("camera=(), microphone=(), geolocation=()"))
                        .httpStrictTransportSecurity(Customizer.withDefaults()))
                .addFilterBefore(new LeaversAreSignedOut(register), AuthorizationFilter.class)
                .build();
    }

    /** Signing in leads back to the page that was asked for, never to what a script fetched. */
    private static RequestCache pagesOnly() {
        HttpSessionRequestCache cache = new HttpSessionRequestCache();
        RequestMatcher drafts = withDefaults().matcher("/drafts/**");
        cache.setRequestMatcher(request -> !drafts.matches(request) && !OneMoreStep.isNeeded(request));
        return cache;
    }

    /** After Spring Security, before the web applications' own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> webappSignIn() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.setInitParameters(Map.of("authentication-provider", WebappSignIn.class.getName()));
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setOrder(0);
        return filter;
    }

    @Bean
    FilterRegistrationBean<NonceOfItsOwn> nonceOfItsOwn() {
        FilterRegistrationBean<NonceOfItsOwn> filter = new FilterRegistrationBean<>(new NonceOfItsOwn());
        filter.addUrlPatterns("/camunda/app/*");
        filter.setOrder(0);
        return filter;
    }

    private static SavedRequestAwareAuthenticationSuccessHandler welcome(Audit audit) {
        return new SavedRequestAwareAuthenticationSuccessHandler() {
            @Override
            public void onAuthenticationSuccess(
                    HttpServletRequest request, HttpServletResponse response, Authentication person)
                    throws IOException, ServletException {
                audit.signedIn(person.getName());
                super.onAuthenticationSuccess(request, response, person);
            }
        };
    }

    private static LogoutHandler noteSignOut(Audit audit) {
        return (request, response, person) -> {
            if (person != null) {
                audit.signedOut(person.getName());
            }
        };
    }
}
