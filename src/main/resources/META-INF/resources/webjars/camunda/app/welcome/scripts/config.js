/*
 * Configuration of Welcome; takes the place of the one that Camunda brings.
 */
export default {
  app: {
    name: 'Welcome',
    vendor: 'Critical Friend'
  },

  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },

  // Nobody signs in here, so nobody needs to be told about a first sign-in.
  disableWelcomeMessage: true,

  // In place of Camunda's own documentation, which is written for developers.
  links: [],

  customScripts: ['../tasklist/scripts/every-app.js']
};
