/*
 * Configuration of Cockpit; takes the place of the one that Camunda brings.
 */
export default {
  app: {
    name: 'Cockpit',
    vendor: 'Critical Friend'
  },

  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },

  // Nobody signs in here, so nobody needs to be told about a first sign-in.
  disableWelcomeMessage: true,

  customScripts: ['../tasklist/scripts/every-app.js']
};
