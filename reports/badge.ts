// A badge: which tier is reached, as an SVG that a README shows.
import { gateResult } from './gate.ts';
import type { Report } from './report.ts';
import { tierNames } from './summary.ts';

// Of 11 px Verdana, near enough: the text is fitted to its room by textLength.
const narrow = /[ijl.,:;'|! 1ftI()]/;
const wide = /[mwMW@%]/;
const widthOf = (text: string): number =>
  Math.round([...text].reduce((sum, character) => sum + (wide.test(character) ? 10 : narrow.test(character) ? 4.2 : 7), 0));

export function renderBadge(report: Report): string {
  const { tierReached } = report;
  const nothing = gateResult(report) === 'nothing-checked';
  const said = nothing
    ? 'nothing checked'
    : tierReached === null
      ? 'not ready'
      : `ready for ${tierNames[tierReached].replace(/^the /, '')}`;
  const colour = nothing ? '#6e7781' : tierReached === null ? '#b42332' : tierReached === 'testflight' ? '#8a5a00' : '#18794e';
  return badge('launchgate', said, colour);
}

function badge(label: string, said: string, colour: string): string {
  const [left, right] = [widthOf(label) + 12, widthOf(said) + 12];
  const width = left + right;
  const text = (content: string, x: number, room: number): string =>
    `<text x="${x}" y="14" textLength="${room - 12}" lengthAdjust="spacingAndGlyphs">${content}</text>`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="20" viewBox="0 0 ${width} 20" role="img" aria-label="${label}: ${said}">`,
    `<title>${label}: ${said}</title>`,
    `<clipPath id="r"><rect width="${width}" height="20" rx="3"/></clipPath>`,
    `<g clip-path="url(#r)"><rect width="${left}" height="20" fill="#40474f"/><rect x="${left}" width="${right}" height="20" fill="${colour}"/></g>`,
    `<g fill="#fff" font-family="Verdana,Geneva,DejaVu Sans,sans-serif" font-size="11">${text(label, 6, left)}${text(said, left + 6, right)}</g>`,
    '</svg>',
    '',
  ].join('\n');
}
