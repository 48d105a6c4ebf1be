package org.criticalfriend.testing;

import java.util.stream.Stream;

/** The engine's interface as Tasklist, Cockpit and Admin use it: signed in by our page, with their token. */
public final class Webapp implements Caller {

    private static final String ENGINE = "/camunda/api/engine/engine/default";

    private final Browser browser;

    /** @param person sign-in name; the password is {@link TestPartnership#PASSWORD} */
    public Webapp(int port, String person) {
        browser = new Browser(port);
        browser.signIn(person, TestPartnership.PASSWORD);
        if (browser.get(ENGINE + "/task/count").status() != 200) {
            throw new AssertionError(person + " cannot sign in to the web applications.");
        }
    }

    public Browser browser() {
        return browser;
    }

    @Override
    public Rest.Reply send(String method, String path, String type, String body) {
        return call(method, ENGINE + path, type, body);
    }

    /** Calls any address of the web applications with their token. */
    public Rest.Reply call(String method, String address, String type, String body, String... headers) {
        String token = browser.cookie("XSRF-TOKEN").orElseThrow();
        Browser.Page page = browser.send(
                method,
                address,
                type,
                body,
                Stream.concat(Stream.of("X-XSRF-TOKEN", token, "Accept", "application/json, */*"), Stream.of(headers))
                        .toArray(String[]::new));
        return new Rest.Reply(page.status(), page.body());
    }
}
