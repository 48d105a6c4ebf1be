// The button is there only where it can do something.
document.querySelectorAll('button.print').forEach((button) => {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
});
