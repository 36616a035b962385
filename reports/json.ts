// The report as JSON, the form that other programs and `launchgate report` read.
import { cleanedJson } from './clean.ts';
import type { Report } from './report.ts';

export function renderJson(report: Report): string {
  return `${cleanedJson(JSON.stringify(report, null, 2))}\n`;
}
