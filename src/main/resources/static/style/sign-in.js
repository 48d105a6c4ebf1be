// A link to a task names the task after a "#", which the server never sees: carry it over the sign-in to where it leads.
if (location.hash.startsWith('#/')) {
  document.querySelector('main form').action += location.hash;
}
