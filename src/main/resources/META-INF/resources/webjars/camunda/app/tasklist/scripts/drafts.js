/*
 * Drafts of task forms live on the server, never in the browser: schools share computers, and what is typed about a
 * school must neither be lost nor be found by the next person at that desk.
 *
 * Tasklist keeps the answers of a form in the browser's storage, under "camunda-form:<task id>": it reads them while it
 * opens a form, writes them on Save and when a session ends, and removes them after Complete. This module stands
 * between Tasklist and that storage and takes these keys to /drafts/<task id>. What is not yet on the server is held
 * in memory until it is.
 */
import { applicationRoot, signInPage, stayWhile } from './every-app.js';

const KEY_PREFIX = 'camunda-form:';
/** Start forms belong to no task, and all of them share this one key: nothing of them is kept anywhere. */
const NO_TASK = 'undefined';

const PAUSE_BEFORE_SAVING = 1_000;
/** Somebody who types without a pause is saved all the same. */
const LONGEST_UNSAVED = 5_000;
const PAUSE_BEFORE_TRYING_AGAIN = 5_000;
const LONGEST_REQUEST = 20_000;
/** Browsers refuse larger requests of a page that is being left (64 KiB, all such requests together). */
const LARGEST_FAREWELL = 60_000;

const SIGNED_OUT = 'signed out';
const UNREACHABLE = 'unreachable';
const REFUSED = 'refused';

/* ---- The server ---- */

const addressOf = taskId => `${applicationRoot}/drafts/${encodeURIComponent(taskId)}`;

const csrfToken = () => {
  const cookie = document.cookie.split('; ').find(each => each.startsWith('CF-CSRF='));
  return cookie && decodeURIComponent(cookie.slice('CF-CSRF='.length));
};

/** Reading a draft makes the server hand out a token that fits the present sign-in. */
const renewCsrfToken = taskId => fetch(addressOf(taskId), { redirect: 'manual' });

const request = async (method, taskId, body, keepalive = false) => {
  if (!csrfToken()) {
    const answer = await renewCsrfToken(taskId);
    if (isSignedOut(answer)) {
      return answer;
    }
  }
  const send = () =>
    fetch(addressOf(taskId), {
      method,
      body,
      keepalive: keepalive && new Blob([body]).size < LARGEST_FAREWELL,
      redirect: 'manual',
      signal: AbortSignal.timeout(LONGEST_REQUEST),
      headers: {
        'X-CSRF-TOKEN': csrfToken() ?? '',
        ...(body && { 'Content-Type': 'application/json' })
      }
    });
  const answer = await send();
  if (answer.status !== 403) {
    return answer;
  }
  // A token of an earlier sign-in is refused in the same way as a person without the right.
  const renewed = await renewCsrfToken(taskId);
  return isSignedOut(renewed) ? renewed : send();
};

const isSignedOut = answer => answer.status === 401 || answer.type === 'opaqueredirect';

const troubleOf = answer => {
  if (isSignedOut(answer)) {
    return SIGNED_OUT;
  }
  if (answer.ok) {
    return null;
  }
  return answer.status >= 500 || answer.status === 429 ? UNREACHABLE : REFUSED;
};

/* ---- What is typed ---- */

/** What was typed into the form of one task, and how much of it the server has. */
class Draft {
  typed = null;
  saved = null;
  savedAt = null;
  trouble = null;
  #unsavedSince = null;
  #timer = null;
  #onTheWay = [];

  constructor(taskId) {
    this.taskId = taskId;
  }

  get unsaved() {
    return this.typed !== null && this.typed !== this.saved;
  }

  /** Takes over the answers of the form; they go to the server after a pause in typing. */
  type(json) {
    this.typed = json;
    if (!this.unsaved) {
      return;
    }
    this.#unsavedSince ??= Date.now();
    const pause = Math.min(PAUSE_BEFORE_SAVING, this.#unsavedSince + LONGEST_UNSAVED - Date.now());
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.save(), Math.max(pause, 0));
  }

  /** Sends what is unsaved at once. A page that is being left cannot wait for an earlier request. */
  async save({ leaving = false } = {}) {
    clearTimeout(this.#timer);
    const json = this.typed;
    if (!this.unsaved || this.#onTheWay.includes(json) || (this.#onTheWay.length > 0 && !leaving)) {
      return;
    }
    this.#onTheWay.push(json);
    try {
      this.trouble = troubleOf(await request('PUT', this.taskId, json, leaving));
    } catch {
      this.trouble = UNREACHABLE;
    } finally {
      this.#onTheWay.splice(this.#onTheWay.indexOf(json), 1);
    }
    if (drafts.get(this.taskId) !== this) {
      return;
    }
    if (!this.trouble) {
      this.saved = json;
      this.savedAt = new Date();
      this.#unsavedSince = null;
      if (this.unsaved) {
        this.type(this.typed);
      }
    }
    tellAbout(this);
  }

  async forget() {
    clearTimeout(this.#timer);
    // A save that is under way must not bring the draft back after it was removed.
    while (this.#onTheWay.length > 0) {
      await new Promise(resolve => setTimeout(resolve, 100));
    }
    await request('DELETE', this.taskId);
  }
}

const drafts = new Map();
const completed = new Set();

const draftOf = taskId => {
  if (!drafts.has(taskId)) {
    drafts.set(taskId, new Draft(taskId));
  }
  return drafts.get(taskId);
};

const troubled = trouble => [...drafts.values()].some(draft => draft.unsaved && draft.trouble === trouble);

const saveAll = options => drafts.forEach(draft => draft.save(options));

/** As saveAll, but a refusal is not asked for again at every turn. */
const saveWhatMayBeSaved = options => drafts.forEach(draft => draft.trouble !== REFUSED && draft.save(options));

stayWhile(() => [...drafts.values()].some(draft => draft.unsaved));

/** Takes over what somebody typed into the form of a task. */
export const type = (taskId, json) => {
  if (!completed.has(taskId)) {
    draftOf(taskId).type(json);
  }
};

/** Saves the draft of a task without waiting for a pause in typing. */
export const saveNow = taskId => drafts.get(taskId)?.save();

/** When the draft of a task was last saved, if it was. */
export const savedAt = taskId => drafts.get(taskId)?.savedAt;

export const hasUnsaved = taskId => Boolean(drafts.get(taskId)?.unsaved);

/* ---- What Tasklist asks of its storage ---- */

const native = {
  getItem: Storage.prototype.getItem,
  setItem: Storage.prototype.setItem,
  removeItem: Storage.prototype.removeItem
};

const taskOf = key => (String(key).startsWith(KEY_PREFIX) ? String(key).slice(KEY_PREFIX.length) : null);

/** Synchronous, because Tasklist opens the form in the same breath and asks only once. */
const read = taskId => {
  const draft = drafts.get(taskId);
  if (draft?.unsaved) {
    return draft.typed;
  }
  const call = new XMLHttpRequest();
  try {
    call.open('GET', addressOf(taskId), false);
    call.send();
    if (call.status !== 200 || !call.getResponseHeader('Content-Type')?.includes('json')) {
      return null;
    }
    JSON.parse(call.responseText);
  } catch {
    // Without its draft the form still opens; the task itself will say if the server is away.
    return null;
  }
  const opened = draftOf(taskId);
  opened.typed = opened.saved = call.responseText;
  const changed = call.getResponseHeader('Last-Modified');
  opened.savedAt = changed ? new Date(changed) : null;
  return call.responseText;
};

let watchedByForms = false;

/**
 * Says that forms hand over each change themselves. From then on, what Tasklist writes on its own is taken only for
 * forms in which somebody typed: at the end of a session it writes every open form, touched or not.
 */
export const formsReportChanges = () => {
  watchedByForms = true;
};

const write = (taskId, json) => {
  if (completed.has(taskId) || (watchedByForms && !hasUnsaved(taskId))) {
    return;
  }
  type(taskId, json);
  saveNow(taskId);
};

/** Tasklist removes a draft only after the task was completed. */
const remove = taskId => {
  completed.add(taskId);
  const draft = draftOf(taskId);
  drafts.delete(taskId);
  showBanner();
  // The server drops the draft of a completed task as well, so there is nobody to tell if this fails.
  draft.forget().catch(() => {});
};

const standIn = (method, answer) => {
  Storage.prototype[method] = function (key, ...values) {
    const taskId = taskOf(key);
    if (taskId === null) {
      return native[method].call(this, key, ...values);
    }
    return taskId === NO_TASK ? null : answer(taskId, ...values);
  };
};

standIn('getItem', read);
standIn('setItem', write);
standIn('removeItem', remove);

// Whatever was kept here before drafts moved to the server.
for (const storage of [window.localStorage, window.sessionStorage]) {
  Object.keys(storage)
    .filter(key => taskOf(key) !== null)
    .forEach(key => native.removeItem.call(storage, key));
}

/* ---- Leaving, and trying again ---- */

document.addEventListener('focusout', () => saveWhatMayBeSaved());
document.addEventListener('visibilitychange', () => {
  if (document.visibilityState === 'hidden') {
    saveWhatMayBeSaved({ leaving: true });
  } else {
    saveAll();
  }
});
window.addEventListener('pagehide', () => {
  // Fields hand over their last letters when they lose the focus.
  document.activeElement?.blur?.();
  saveWhatMayBeSaved({ leaving: true });
});
window.addEventListener('beforeunload', event => {
  if (troubled(SIGNED_OUT) || troubled(UNREACHABLE) || troubled(REFUSED)) {
    event.preventDefault();
  }
});
window.addEventListener('online', () => saveAll());
window.addEventListener('focus', () => saveAll());

setInterval(() => {
  if (troubled(SIGNED_OUT) || troubled(UNREACHABLE)) {
    saveWhatMayBeSaved();
  }
}, PAUSE_BEFORE_TRYING_AGAIN);

/* ---- Telling people ---- */

const listeners = { saved: [], signedInAgain: [] };

/** Calls back with the task id each time a draft was saved, or could not be. */
export const onSaved = callback => listeners.saved.push(callback);

/** Calls back when, after the end of a session, everything is saved again. */
export const onSignedInAgain = callback => listeners.signedInAgain.push(callback);

const words = {
  [SIGNED_OUT]: [
    'You have been signed out. Sign in again in a new tab, then come back: what you typed is still here.',
    'Sign in'
  ],
  [UNREACHABLE]: [
    'The server cannot be reached at the moment. What you typed is still here and will be saved as soon as it answers.'
  ],
  [REFUSED]: [
    'What you typed could not be saved: the task is done already, or is not with the person who is signed in now. ' +
      'Copy what you still need before you leave this page.'
  ]
};

const banner = document.createElement('div');
banner.className = 'draft-banner';
banner.setAttribute('role', 'status');
let shown = null;

const showBanner = () => {
  const trouble = [SIGNED_OUT, UNREACHABLE, REFUSED].find(troubled) ?? null;
  if (trouble === shown) {
    return;
  }
  const wasSignedOut = shown === SIGNED_OUT;
  shown = trouble;
  banner.replaceChildren();
  if (trouble) {
    const [text, link] = words[trouble];
    banner.append(`${text} `);
    if (link) {
      const anchor = document.createElement('a');
      anchor.href = signInPage;
      anchor.target = '_blank';
      anchor.rel = 'noopener';
      anchor.textContent = link;
      banner.append(anchor);
    }
  }
  if (wasSignedOut && !trouble) {
    listeners.signedInAgain.forEach(callback => callback());
  }
};

const tellAbout = draft => {
  showBanner();
  listeners.saved.forEach(callback => callback(draft.taskId));
};

document.body.prepend(banner);
