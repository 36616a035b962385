// Titles that app and API write alike.
export function weekTitle(number: number, theme: string | null): string {
  return theme === null ? `Week ${number}` : `Week ${number}: ${theme}`;
}
