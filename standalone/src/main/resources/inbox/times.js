// The reader's own time with its zone, in place of UTC; the tooltip keeps UTC.
const ownTime = new Intl.DateTimeFormat('en-GB', {
  year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit',
  hourCycle: 'h23', timeZoneName: 'short',
});

function showOwnTimes(within) {
  for (const time of within.querySelectorAll('time[datetime]')) {
    const parts = Object.fromEntries(
      ownTime.formatToParts(new Date(time.dateTime)).map((part) => [part.type, part.value]));
    time.title = time.textContent;
    time.textContent = `${parts.year}-${parts.month}-${parts.day} `
      + `${parts.hour}:${parts.minute}:${parts.second} ${parts.timeZoneName}`;
  }
}

showOwnTimes(document);
