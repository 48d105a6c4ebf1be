// The calendar comes besides the table, and only where its dates can be had; the table says the same to everybody.
(() => {
  const place = document.getElementById('year-calendar');
  if (!place || !window.FullCalendar) {
    return;
  }
  const { dates, year, first, last, today } = place.dataset;
  const isThisYear = today >= first && today <= last;
  const onPhone = window.matchMedia('(max-width: 48rem)').matches;
  // Weeks without anything are as low as they can be.
  const FLAT = 5;
  const MONDAY = 1;
  // Days are texts such as 2026-11-05, which sort as they follow each other; noon is the same day in every time zone that has schools.
  const noon = (day) => new Date(`${day}T12:00:00Z`);
  const asDay = (year, month, day) => new Date(Date.UTC(year, month, day)).toISOString().slice(0, 10);
  const dayAfter = (day) => asDay(noon(day).getUTCFullYear(), noon(day).getUTCMonth(), noon(day).getUTCDate() + 1);
  const nextMonth = (day) => asDay(noon(day).getUTCFullYear(), noon(day).getUTCMonth() + 1, 1);
  const isOnWeekend = (event) => [0, 6].includes(noon(event.start.slice(0, 10)).getUTCDay());
  const isList = (view) => view.type.endsWith('List');

  const line = (tag, look, text) => {
    const element = document.createElement(tag);
    element.className = look;
    element.textContent = text;
    return element;
  };

  const content = ({ event, view }) => {
    const { state, days } = event.extendedProps;
    // In a list the row is no link, elsewhere the whole entry is one.
    const isLink = event.url && isList(view);
    const title = line(isLink ? 'a' : 'span', 'year-title', event.title);
    if (isLink) {
      title.href = event.url;
    }
    const entry = document.createElement('div');
    entry.className = 'year-entry';
    entry.append(title);
    if (state) {
      entry.append(' ', line('span', 'state', state));
    }
    if (days && isList(view)) {
      entry.append(' ', line('span', 'year-days', days));
    }
    return { domNodes: [entry] };
  };

  // A list names a holiday once and not on each of its days; a list of one month also one that began before.
  const inList = (event, step) => {
    if (!event.allDay) {
      return [event];
    }
    const starts = [];
    for (let day = event.start; day < event.end; day = step(day)) {
      starts.push(day);
    }
    return starts.map((start) => ({ ...event, start, end: undefined }));
  };
  const inView = {
    yearAsList: (event) => inList(event, () => event.end),
    monthAsList: (event) => inList(event, nextMonth),
  };

  const draw = (events) => {
    const weekends = events.some((event) => event.state && isOnWeekend(event));
    // The first day of a month that is to be seen carries its name.
    const isMonthStart = (date) => date.getDate() === 1 || (!weekends && date.getDay() === MONDAY && date.getDate() <= 3);
    const monthName = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long' });
    const whole = { visibleRange: { start: first, end: dayAfter(last) }, titleFormat: () => year };
    const month = { duration: { months: 1 }, dateAlignment: 'month', buttonText: 'Month' };
    const calendar = new FullCalendar.Calendar(place, {
      eventContent: content,
      locale: 'en-GB',
      firstDay: 1,
      weekends,
      height: 'auto',
      eventDisplay: 'block',
      displayEventTime: false,
      now: today,
      initialView: onPhone ? 'monthAsList' : 'yearAsGrid',
      initialDate: isThisYear ? today : first,
      validRange: { start: first, end: dayAfter(last) },
      views: {
        list: { weekends: true, displayEventTime: true, listDaySideFormat: false },
        yearAsGrid: {
          ...whole,
          type: 'dayGrid',
          buttonText: 'Year',
          aspectRatio: FLAT,
          dayCellClassNames: ({ date }) => [date.getMonth() % 2 === 0 ? 'other-month' : '', isMonthStart(date) ? 'month-start' : ''],
          dayCellContent: ({ date, dayNumberText }) => (isMonthStart(date) ? monthName.format(date) : dayNumberText),
        },
        monthAsGrid: { ...month, type: 'dayGrid', showNonCurrentDates: false },
        yearAsList: { ...whole, type: 'list', buttonText: onPhone ? 'Year' : 'List' },
        monthAsList: { ...month, type: 'list' },
      },
      listDayFormat: { weekday: 'long', day: 'numeric', month: 'long' },
      buttonIcons: false,
      buttonText: { prev: 'Earlier', next: 'Later' },
      eventTimeFormat: { hour: '2-digit', minute: '2-digit', hour12: false },
      allDayText: '',
      noEventsText: 'There is no date to show.',
      headerToolbar: {
        start: 'title',
        end: `${onPhone ? 'monthAsList,yearAsList' : 'yearAsGrid,monthAsGrid,yearAsList'} prev,next ${isThisYear ? 'toToday' : ''}`,
      },
      customButtons: {
        toToday: {
          text: 'Today',
          click: () => {
            calendar.gotoDate(today);
            place.querySelector('.fc-day-today')?.scrollIntoView({ block: 'center' });
          },
        },
      },
      viewDidMount: ({ view }) => {
        place.classList.toggle('whole-year', view.type.startsWith('year'));
        calendar.removeAllEventSources();
        calendar.addEventSource(isList(view) ? events.flatMap(inView[view.type]) : events);
      },
    });
    return calendar;
  };

  const offerBoth = (calendar) => {
    const choice = document.getElementById('year-shown');
    const buttons = [...choice.querySelectorAll('button')];
    const show = (chosen) => {
      buttons.forEach((button) => {
        const isChosen = button === chosen;
        button.setAttribute('aria-pressed', isChosen);
        document.getElementById(button.dataset.shows).classList.toggle('on-paper-only', !isChosen);
      });
      calendar.updateSize();
    };
    buttons.forEach((button) => button.addEventListener('click', () => show(button)));
    document.getElementById('year-as-calendar').hidden = false;
    calendar.render();
    choice.hidden = false;
    show(buttons[0]);
  };

  fetch(dates, { headers: { Accept: 'application/json' }, credentials: 'same-origin' })
    .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
    .then((events) => offerBoth(draw(events)))
    .catch(() => {
      document.getElementById('year-as-calendar').hidden = true;
    });
})();
