/*
 * What Tasklist, Cockpit, Admin and Welcome have in common: there is one sign-in page for all of them, it is ours, and
 * people are sent there instead of to the sign-in form that each application brings.
 *
 * Served from Tasklist's scripts; the configurations of the other applications name it from there.
 */

const webappsRoot = document.querySelector('base').getAttribute('app-root');

/** Where the application itself lives: an empty text if it runs at "/", otherwise its context path. */
export const applicationRoot = webappsRoot.replace(/\/camunda$/, '');

export const signInPage = `${applicationRoot}/sign-in`;

const reasonsToStay = [];

/**
 * Adds a question that is asked before somebody is sent to the sign-in page. While one of them answers true, the page
 * stays: leaving it would lose what was typed.
 */
export const stayWhile = question => reasonsToStay.push(question);

const instead = goTo => event => {
  // Otherwise the application would show its own sign-in form, which the server refuses.
  event.preventDefault();
  if (!reasonsToStay.some(question => question())) {
    goTo();
  }
};

/** Loaded anew, this page leads over the sign-in page back to itself, open task and all; but never round and round. */
const signInAndComeBack = () => {
  const justLoaded = performance.now() < 10_000;
  if (justLoaded) {
    window.location.assign(signInPage);
  } else {
    window.location.reload();
  }
};

const authentication = window.angular.module('cam.commons.auth');

authentication.run([
  '$rootScope',
  $rootScope => {
    $rootScope.$on('authentication.login.required', instead(signInAndComeBack));
    $rootScope.$on(
      'authentication.logout.success',
      instead(() => window.location.assign(`${signInPage}?signed-out`))
    );
  }
]);

// The red "Authentication failed" box: who is sent to the sign-in page need not read it, and who stays is told calmly.
authentication.decorator('shouldDisplayAuthenticationError', () => () => false);

document.documentElement.lang = 'en-GB';
