/*
 * Configuration of Tasklist; takes the place of the one that Camunda brings.
 */
export default {
  app: {
    name: 'Tasklist',
    vendor: 'Critical Friend'
  },

  // One language: forms, mails and models are written in English.
  locales: {
    availableLocales: ['en'],
    fallbackLocale: 'en'
  },

  // Nobody signs in here, so nobody needs to be told about a first sign-in.
  disableWelcomeMessage: true,

  customScripts: ['scripts/critical-friend.js'],

  // Without Camunda's shortcuts for claiming a task and starting a process: tasks come to their person by themselves.
  shortcuts: {
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'go to the first group of tasks'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'go to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'go to the first field of the form'
    }
  }
};
