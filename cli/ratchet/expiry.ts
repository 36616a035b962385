// Until when a suppression holds.

export type Expiry =
  | { readonly holds: true; readonly until?: string }
  | { readonly holds: false; readonly until?: string; readonly because?: string };

/** Whether a suppression with this date holds on a day (YYYY-MM-DD), the day itself included; what is no date has expired. */
export function expiryOf(until: string | undefined, today: string): Expiry {
  if (until === undefined) return { holds: true };
  if (!isDay(until)) return { holds: false, because: `"${until}" is no date like 2026-12-31, so it counts as expired` };
  return { holds: today <= until, until };
}

function isDay(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? [];
  if (year === undefined || month === undefined || day === undefined) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
