// The calendar comes besides the table, and only where its dates can be had; the table says the same to everybody.
(() => {
  const place = document.getElementById('year-calendar');
  if (!place || !window.FullCalendar) {
    return;
  }
  const { dates, first, last, today } = place.dataset;
  const phone = window.matchMedia('(max-width: 48rem)');
  const dayAfter = (day) => {
    const next = new Date(`${day}T12:00:00Z`);
    next.setUTCDate(next.getUTCDate() + 1);
    return next.toISOString().slice(0, 10);
  };

  const content = (shown) => {
    const lines = document.createElement('div');
    lines.className = 'year-entry';
    // In a list the row is no link, elsewhere the whole entry is one.
    const isLink = shown.event.url && shown.view.type === 'listYear';
    const title = document.createElement(isLink ? 'a' : 'span');
    title.textContent = shown.event.title;
    if (isLink) {
      title.href = shown.event.url;
    }
    lines.append(title);
    const state = shown.event.extendedProps.state;
    if (state) {
      const word = document.createElement('span');
      word.className = 'year-state';
      word.textContent = state;
      lines.append(document.createTextNode(' '), word);
    }
    return { domNodes: [lines] };
  };

  const draw = (events) => {
    document.getElementById('year-as-calendar').hidden = false;
    new FullCalendar.Calendar(place, {
      events,
      eventContent: content,
      locale: 'en-GB',
      firstDay: 1,
      weekends: events.some((one) => [0, 6].includes(new Date(`${one.start.slice(0, 10)}T12:00:00Z`).getUTCDay()) && !one.allDay),
      height: 'auto',
      eventDisplay: 'block',
      displayEventTime: false,
      now: today,
      initialView: phone.matches ? 'listYear' : 'schoolYear',
      initialDate: first,
      validRange: { start: first, end: dayAfter(last) },
      views: {
        schoolYear: {
          type: 'multiMonth',
          duration: { months: 12 },
          dateAlignment: 'month',
          buttonText: 'Year',
          multiMonthMaxColumns: 2,
          multiMonthMinWidth: 400,
          showNonCurrentDates: false,
        },
        dayGridMonth: { buttonText: 'Month', showNonCurrentDates: false },
        listYear: {
          type: 'list',
          duration: { months: 12 },
          dateAlignment: 'month',
          buttonText: 'List',
          displayEventTime: true,
          listDayFormat: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
          listDaySideFormat: false,
        },
      },
      buttonIcons: false,
      buttonText: { prev: 'Before', next: 'After', today: 'Today' },
      eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      allDayText: 'whole day',
      noEventsText: 'There is no date to show.',
      headerToolbar: { start: 'title', center: '', end: 'schoolYear,dayGridMonth,listYear prev,next' },
    }).render();
  };

  fetch(dates, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then(draw)
    .catch(() => {
      document.getElementById('year-as-calendar').hidden = true;
    });
})();
