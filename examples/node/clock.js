// The library has no clock: whoever calls it says when it is.

/** A moment as the wire has it, `2026-11-23T09:00:00+07:00`: the time of a place that many minutes ahead of UTC, and the minutes. */
export function instant(date = new Date(), ahead = -date.getTimezoneOffset()) {
  const there = new Date(date.getTime() + ahead * 60_000).toISOString().slice(0, 19);
  const two = (n) => String(n).padStart(2, "0");
  const minutes = Math.abs(ahead);
  return `${there}${ahead < 0 ? "-" : "+"}${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
