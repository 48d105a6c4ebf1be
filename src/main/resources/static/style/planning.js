// While the planner works: says how it goes, and shows the plan as soon as it is there. Without this file there is a link to look again.
const progress = document.querySelector('[data-progress]');
if (progress) {
  const again = document.querySelector('.look-again');
  if (again) {
    again.hidden = true;
  }
  const look = () => fetch(progress.dataset.progress, {headers: {Accept: 'application/json'}})
    .then((answer) => answer.json())
    .then((now) => {
      if (!now.working) {
        window.location.reload();
      } else {
        if (progress.textContent !== now.words) {
          progress.textContent = now.words;
        }
        setTimeout(look, 2000);
      }
    })
    .catch(() => setTimeout(look, 5000));
  setTimeout(look, 1000);
}
