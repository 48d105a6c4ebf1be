/*
 * Critical Friend in Tasklist: drafts and forms (see there), the words and dates that people of a school see, and the
 * few controls that only those who look after the engine need.
 */
import { onSignedInAgain } from './drafts.js';
import './every-app.js';
import './forms.js';

const PRODUCT = 'Critical Friend';
const angular = window.angular;

/* ---- Rights ---- */

/**
 * Marks on <body> what the person may do, for the style sheet: most people of a school can neither start a process nor
 * change assignees or dates, and need not be shown the buttons. The server decides all the same.
 */
angular.module('cam.tasklist').run([
  '$rootScope',
  '$http',
  'Uri',
  ($rootScope, $http, Uri) => {
    const mark = (name, given) => document.body.classList.toggle(name, given);

    const markRights = person => {
      $rootScope.mayAdminister = ['cockpit', 'admin'].some(app => person?.authorizedApps?.includes(app));
      mark('may-administer', $rootScope.mayAdminister);
      if (!person) {
        return;
      }
      const startable = {
        startableInTasklist: true,
        startablePermissionCheck: true,
        active: true,
        latest: true
      };
      $http
        .get(Uri.appUri('engine://engine/:engine/process-definition/count'), { params: startable })
        .then(({ data }) => mark('may-start', data.count > 0))
        .catch(() => mark('may-start', false));
    };

    $rootScope.$on('authentication.changed', (event, person) => markRights(person));
    if ($rootScope.authentication) {
      markRights($rootScope.authentication);
    }
  }
]);

/* ---- Signed in again ---- */

/**
 * The page was kept because of unsaved text, and meanwhile Tasklist could load nothing. Now that the text is safe, the
 * page starts afresh when the person comes back to it: the open task and its draft come back as well.
 */
angular.module('cam.tasklist').run([
  '$rootScope',
  $rootScope => {
    let cutOff = false;
    $rootScope.$on('authentication.login.required', () => (cutOff = true));
    const startAfresh = () => {
      if (cutOff && document.visibilityState === 'visible') {
        window.location.reload();
      }
    };
    onSignedInAgain(() => {
      document.addEventListener('visibilitychange', startAfresh);
      startAfresh();
    });
  }
]);

/* ---- Messages ---- */

/** What the last try was refused for is no longer true once the next one is made. */
angular.module('cam.tasklist').run([
  'Notifications',
  Notifications => {
    const asked = event => event.target.closest?.('button')?.textContent.trim() === 'Complete';
    document.addEventListener('click', event => asked(event) && Notifications.clearAll(), true);
  }
]);

/* ---- Order ---- */

/** What is due first stands first, unless the person chose another order. */
angular.module('cam.tasklist').run([
  '$location',
  $location => {
    if (!$location.search().sorting) {
      $location.search('sorting', JSON.stringify([{ sortBy: 'dueDate', sortOrder: 'asc' }])).replace();
    }
  }
]);

/* ---- Dates and titles ---- */

/** Deadlines are dates people plan by: "Thu 5 Nov 2026, 17:00", not "in 12 days". */
angular.module('cam.tasklist').config([
  'amTimeAgoConfig',
  config => {
    // Every date lies further ahead than this many days ago, so every date is written in full.
    config.fullDateThreshold = -1_000_000;
    config.fullDateThresholdUnit = 'day';
    config.fullDateFormat = 'ddd D MMM YYYY, HH:mm';
  }
]);

const DATES_AND_PERSON = `
  <ul class="list-inline plain-meta">
    <li ng-if="task.due" class="due-date" ng-class="{overdue: task.due < now}">
      {{ 'DUE' | translate }} <time am-time-ago="task.due"></time>
    </li>
    <li ng-if="task.followUp" class="followup-date">
      {{ 'FOLLOW_UP' | translate }} <time am-time-ago="task.followUp"></time>
    </li>
    <li ng-if="assignee" class="assignee">
      <span class="glyphicon glyphicon-user" aria-hidden="true"></span>
      {{ assignee.firstName || assignee.lastName ? assignee.firstName + ' ' + assignee.lastName : assignee.id }}
    </li>
  </ul>`;

/** Under the name of a task: plain dates and the person's name, and controls to change them only for whom they work. */
angular.module('cam.tasklist').decorator('camTasklistTaskMetaDirective', [
  '$delegate',
  $delegate => {
    const [directive] = $delegate;
    directive.template =
      `<div ng-if="$root.mayAdminister">${directive.template}</div>` +
      `<div ng-if="!$root.mayAdminister">${DATES_AND_PERSON}</div>`;
    return $delegate;
  }
]);

angular.module('cam.tasklist').run([
  '$rootScope',
  '$location',
  ($rootScope, $location) => {
    const nameOfTask = () => document.querySelector('.task-card h2.task')?.textContent.trim();
    $rootScope.$watch(nameOfTask, name => {
      document.title = name ? `${name} – ${PRODUCT}` : PRODUCT;
      document.body.classList.toggle('task-open', Boolean(name));
    });
    // On a telephone the task stands above the list from which it was opened.
    $rootScope.$watch(
      () => $location.search().task,
      () => window.scrollTo(0, 0)
    );
  }
]);
