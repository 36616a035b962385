// The few drawings of the page: defined once, used by name.
import type { Verdict } from '../../checks/model.ts';
import type { Rung } from '../summary.ts';
import { type Markup, raw } from './markup.ts';

const stroke = 'fill="none" stroke="currentColor" stroke-width="2" stroke-linecap="round" stroke-linejoin="round"';
const shapes = {
  pass: `<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m4.8 8.3 2.2 2.2 4.2-4.6" fill="none" stroke="var(--card)" stroke-width="1.7" stroke-linecap="round" stroke-linejoin="round"/>`,
  fail: `<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="m5.5 5.5 5 5m0-5-5 5" fill="none" stroke="var(--card)" stroke-width="1.7" stroke-linecap="round"/>`,
  inconclusive: `<circle cx="8" cy="8" r="7" fill="currentColor"/><path d="M6.2 6.3a1.9 1.9 0 1 1 2.6 1.8c-.5.2-.8.5-.8 1v.2" fill="none" stroke="var(--card)" stroke-width="1.5" stroke-linecap="round"/><circle cx="8" cy="11.6" r=".95" fill="var(--card)"/>`,
  'not-applicable': `<circle cx="8" cy="8" r="6.2" fill="none" stroke="currentColor" stroke-width="1.5"/><path d="M5.4 8h5.2" stroke="currentColor" stroke-width="1.7" stroke-linecap="round"/>`,
  chevron: `<path d="m6 4 4 4-4 4" ${stroke}/>`,
  link: `<path d="M6.8 9.2a2.6 2.6 0 0 0 3.7 0l2-2a2.6 2.6 0 0 0-3.7-3.7l-.6.6M9.2 6.8a2.6 2.6 0 0 0-3.7 0l-2 2a2.6 2.6 0 0 0 3.7 3.7l.6-.6" fill="none" stroke="currentColor" stroke-width="1.4" stroke-linecap="round"/>`,
} as const;
type Shape = keyof typeof shapes;

/** Definitions of all icons, to stand once in a page. */
export const iconDefinitions: Markup = raw(
  `<svg width="0" height="0" class="defs" aria-hidden="true" focusable="false">${Object.entries(shapes)
    .map(([name, shape]) => `<symbol id="icon-${name}" viewBox="0 0 16 16">${shape}</symbol>`)
    .join('')}</svg>`,
);

/** An icon; it says nothing to a screen reader, the words beside it do. */
export const icon = (shape: Shape): Markup =>
  raw(`<svg class="icon ${shape}" aria-hidden="true" focusable="false"><use href="#icon-${shape}"/></svg>`);

export const verdictNames: Readonly<Record<Verdict, string>> = {
  fail: 'Fails',
  inconclusive: 'Not answered',
  pass: 'Passes',
  'not-applicable': 'Does not apply',
};
export const rungVerdicts: Readonly<Record<Rung['state'], Verdict>> = { reached: 'pass', missed: 'fail', unsaid: 'inconclusive' };
