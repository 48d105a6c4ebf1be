/*
 * What Tasklist's forms need beyond what they bring: each change is handed over as a draft, "Complete" is open whenever
 * nothing is wrong, and a refused form says which fields it means.
 *
 * Tasklist keeps its form viewer (form-js) to itself, so the viewer's class is fetched from the modules that Tasklist
 * is built of. It leans on internals of Camunda 7.24; if the class is not found, drafts are still kept on Save.
 */
import { formsReportChanges, hasUnsaved, onSaved, savedAt, saveNow, type } from './drafts.js';

/** Before Tasklist's own listener, which is registered without a priority (1000). */
const FIRST = 2_000;

/* ---- Finding the form viewer ---- */

const findFormClass = () => {
  let require;
  window.webpackChunkcamunda_bpm_webapp?.push([[Symbol('forms')], {}, given => (require = given)]);
  return Object.keys(require?.m ?? {})
    .filter(id => String(require.m[id]).includes('_getSubmitData()'))
    .map(id => require(id).Form)
    .find(Form => Form?.prototype.importSchema && Form.prototype._getSubmitData);
};

/* ---- Answers ---- */

const components = component => [component, ...(component.components ?? []).flatMap(components)];

/**
 * The answers as Tasklist would store them. The viewer leaves out a list from which every row was removed, so that a
 * reopened form would fall back to the rows it started with: such a list is kept as an empty one.
 */
const answersOf = form => {
  const { data, schema } = form._getState();
  const answers = form._getSubmitData();
  for (const { type: kind, path } of components(schema ?? {})) {
    if (kind === 'dynamiclist' && Array.isArray(data[path]) && data[path].length === 0) {
      answers[path] = [];
    }
  }
  return answers;
};

/** The viewer does not submit rows that it has folded away, so no list may be folded. */
const unfoldLists = schema => {
  components(schema)
    .filter(component => component.type === 'dynamiclist')
    .forEach(list => (list.disableCollapse = true));
};

/* ---- Errors ---- */

const messages = errors => {
  if (typeof errors === 'string') {
    return [errors];
  }
  return errors && typeof errors === 'object' ? Object.values(errors).flatMap(messages) : [];
};

/**
 * A field of a list leaves an empty entry behind when its error is gone; Tasklist counts entries, and "Complete" stays
 * closed for good.
 */
const dropEmpty = errors => {
  Object.keys(errors)
    .filter(id => messages(errors[id]).length === 0)
    .forEach(id => delete errors[id]);
};

/**
 * After a row was removed or a field hidden, its errors stay, and those of later rows sit one row too low. Whatever had
 * an error is checked again, if it is still there.
 */
const checkAgain = form => {
  const { errors, data } = form._getState();
  const before = Object.keys(errors);
  if (before.length === 0) {
    return;
  }
  const validator = form.get('validator');
  const now = {};
  for (const instance of form.get('formFieldInstanceRegistry').getAllKeyed()) {
    if (before.includes(instance.id)) {
      const value = instance.valuePath.reduce((part, key) => part?.[key], data);
      const found = validator.validateFieldInstance(instance, value);
      if (found.length > 0) {
        put(now, [instance.id, ...Object.values(instance.indexes ?? {})], found);
      }
    }
  }
  form._setState({ errors: now });
};

const put = (target, [key, ...rest], value) => {
  if (rest.length === 0) {
    target[key] = value;
  } else {
    put((target[key] ??= []), rest, value);
  }
};

/** Tasklist shows the message of whatever stopped a form; the viewer's errors have none. */
const nameFields = (form, errors) => {
  const labels = Object.keys(errors).map(id => form.get('formFieldRegistry').get(id));
  const text = [...new Set(labels.map(field => field?.label ?? field?.dateLabel ?? field?.timeLabel).filter(Boolean))];
  // Not enumerable: Tasklist takes every key for a field with an error.
  Object.defineProperty(errors, 'message', { value: text.join(', '), configurable: true });
};

const showFirstError = form => {
  // The viewer draws its errors a moment later.
  setTimeout(() => {
    const field = form._container.querySelector('.fjs-has-errors');
    field?.scrollIntoView({ block: 'center' });
    field?.querySelector('input, textarea, select')?.focus({ preventScroll: true });
  }, 100);
};

/* ---- Tables ---- */

/** On a phone a row of a table is a block, without its head: there each cell says which column it belongs to. */
const labelCells = container => {
  for (const table of container.querySelectorAll('.fjs-table')) {
    const labels = [...table.querySelectorAll('.fjs-table-th')].map(head => head.textContent.trim());
    for (const row of table.querySelectorAll('.fjs-table-body .fjs-table-tr')) {
      [...row.children].forEach((cell, column) => (cell.dataset.label = labels[column] ?? ''));
    }
  }
};

/* ---- Following one form ---- */

let sessionIsEnding = false;

class TaskForm {
  #reported = null;
  #touched = false;
  #fields = new Set();
  #settling = null;

  constructor(form) {
    this.form = form;
    form.on('import.done', () => this.#opened());
    new MutationObserver(() => labelCells(form._container)).observe(form._container, { childList: true, subtree: true });
    form.on('changed', FIRST, ({ errors }) => {
      dropEmpty(errors);
      this.#report();
    });
    form.on('submit', FIRST, ({ errors }) => {
      if (Object.keys(errors).length > 0) {
        nameFields(form, errors);
        showFirstError(form);
      }
    });
    form.on('formFieldInstanceRegistry.changed', () => this.#fieldsChanged());
  }

  /** Fields come and go with each drawing of the form; what counts is who is missing when it is drawn. */
  #fieldsChanged() {
    clearTimeout(this.#settling);
    this.#settling = setTimeout(() => {
      const before = this.#fields;
      this.#fields = new Set(
        this.form
          .get('formFieldInstanceRegistry')
          .getAll()
          .map(field => field.instanceId)
      );
      if (this.isOpen && [...before].some(field => !this.#fields.has(field))) {
        checkAgain(this.form);
      }
    });
  }

  get #tasklist() {
    return window.angular.element(this.form._container).controller('camTasklistForm');
  }

  get taskId() {
    return this.#tasklist?.getParams().taskId;
  }

  /** Somebody who may only look on has no draft. */
  get #mine() {
    return Boolean(this.taskId) && !this.#tasklist.getOptions().disableForm;
  }

  #opened() {
    if (!this.taskId) {
      return;
    }
    // Tasklist's own Save checks the form and marks every empty field: too early for a draft.
    this.#tasklist.registerSaveHandler(() => {
      if (this.#mine) {
        type(this.taskId, JSON.stringify(answersOf(this.form)));
        saveNow(this.taskId);
      }
    });
    openForms.add(this);
    this.showSaved();
  }

  /** Remembers what the form looked like before the first keystroke or click, to know real changes from drawn ones. */
  touch() {
    if (!this.#touched) {
      this.#touched = true;
      this.#reported = JSON.stringify(answersOf(this.form));
      // Browsers remember what was typed into fields, and offer it to the next person at that desk.
      this.form._container.querySelector('form')?.setAttribute('autocomplete', 'off');
    }
  }

  contains(element) {
    return this.form._container.contains(element);
  }

  get isOpen() {
    return this.form._container.isConnected;
  }

  #report() {
    if (!this.#touched || !this.#mine) {
      return;
    }
    const answers = JSON.stringify(answersOf(this.form));
    if (answers !== this.#reported) {
      this.#reported = answers;
      type(this.taskId, answers);
    }
  }

  /** The line beside the buttons that says when the draft was saved. */
  showSaved() {
    const taskId = this.taskId;
    const buttons = this.form._container.closest('[cam-tasklist-form]')?.querySelector('.form-actions');
    if (!taskId || !buttons) {
      return;
    }
    let line = buttons.querySelector('.draft-line');
    if (!line) {
      line = document.createElement('p');
      line.className = 'draft-line';
      line.setAttribute('aria-live', 'polite');
      buttons.prepend(line);
    }
    const at = savedAt(taskId);
    const text = hasUnsaved(taskId) ? 'Draft not saved yet' : at ? `Draft saved ${clock(at)}` : '';
    // Screen readers read the line out each time it is set.
    if (line.textContent !== text) {
      line.textContent = text;
    }
    if (text && !hasUnsaved(taskId)) {
      this.#tasklist.notifyFormDirty(false);
    }
  }
}

const clock = at =>
  at.toLocaleString('en-GB', {
    ...(at.toDateString() !== new Date().toDateString() && { day: 'numeric', month: 'long' }),
    hour: '2-digit',
    minute: '2-digit'
  });

const openForms = new Set();

const eachOpenForm = callback => {
  openForms.forEach(form => (form.isOpen ? callback(form) : openForms.delete(form)));
};

/* ---- Wiring ---- */

const follow = Form => {
  const { importSchema, submit } = Form.prototype;
  const followed = new WeakSet();

  Form.prototype.importSchema = function (schema, data) {
    unfoldLists(schema);
    if (!followed.has(this)) {
      followed.add(this);
      new TaskForm(this);
    }
    return importSchema.call(this, schema, data);
  };

  Form.prototype.submit = function () {
    // When a session ends, Tasklist reads the answers by submitting, which would mark every empty field.
    return sessionIsEnding ? { data: answersOf(this), errors: {} } : submit.call(this);
  };

  // Values change while a form is drawn, too: only what follows a real keystroke or click is somebody's draft.
  for (const kind of ['keydown', 'beforeinput', 'input', 'change', 'pointerdown', 'click', 'paste', 'drop']) {
    document.addEventListener(
      kind,
      ({ isTrusted, target }) => {
        if (isTrusted) {
          eachOpenForm(form => (form.contains(target) || target.closest?.('.flatpickr-calendar')) && form.touch());
        }
      },
      { capture: true, passive: true }
    );
  }

  onSaved(taskId => eachOpenForm(form => form.taskId === taskId && form.showSaved()));
  formsReportChanges();
};

const Form = findFormClass();
if (Form) {
  follow(Form);
}

window.angular.module('cam.commons.auth').run([
  '$rootScope',
  $rootScope => {
    $rootScope.$on('authentication.login.required', () => {
      sessionIsEnding = true;
      setTimeout(() => (sessionIsEnding = false));
    });
  }
]);
