// The page's looks: light and dark from one set of colours, narrow screens, paper.
import { printStyle } from './style-print.ts';
import { topStyle } from './style-top.ts';

const base = `
:root {
  color-scheme: light dark;
  --page: light-dark(#f6f7f9, #0f1216);
  --card: light-dark(#ffffff, #171b21);
  --sunken: light-dark(#f3f5f8, #11151a);
  --line: light-dark(#e1e5eb, #2a3039);
  --text: light-dark(#1b2230, #e4e8ee);
  --quiet: light-dark(#59636f, #9aa4b1);
  --link: light-dark(#1b5fc1, #7db3ff);
  --fail: light-dark(#c02a37, #ff7b84);
  --fail-tint: light-dark(#fdf0f0, #2c191d);
  --inconclusive: light-dark(#8a5a00, #e3b04b);
  --inconclusive-tint: light-dark(#fdf6e7, #2a2214);
  --pass: light-dark(#18794e, #4cc38a);
  --pass-tint: light-dark(#eaf7f0, #14261d);
  --not-applicable: light-dark(#59636f, #9aa4b1);
  --sans: system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', sans-serif;
  --mono: ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Liberation Mono', 'Noto Sans Mono', monospace;
}
* { box-sizing: border-box; }
html { -webkit-text-size-adjust: 100%; scroll-padding-top: 5.5rem; }
body { margin: 0; background: var(--page); color: var(--text); font: 15px/1.55 var(--sans); overflow-wrap: anywhere; }
h1, h2, h3, h4, p, ul, ol, figure, pre { margin: 0; padding: 0; }
ul, ol { list-style: none; }
code, pre { font-family: var(--mono); font-size: 0.9em; unicode-bidi: isolate; }
pre { line-height: 1.6; }
pre code, figcaption code { font-size: 1em; }
a { color: var(--link); text-underline-offset: 0.18em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px; border-radius: 4px; }
[hidden] { display: none !important; }
.hidden { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.defs { position: absolute; }
.icon { width: 1em; height: 1em; flex: none; vertical-align: -0.125em; }
.icon.fail, .word.fail { color: var(--fail); }
.icon.inconclusive { color: var(--inconclusive); }
.icon.pass { color: var(--pass); }
.icon.not-applicable { color: var(--not-applicable); }
.skip { position: absolute; left: 1rem; top: -4rem; background: var(--card); padding: 0.5rem 1rem; border-radius: 6px; z-index: 5; }
.skip:focus { top: 1rem; }
main, .head, footer { max-width: 1080px; margin: 0 auto; padding: 0 24px; }
button { font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 7px; padding: 0.25rem 0.7rem; cursor: pointer; }
button:hover { border-color: var(--quiet); }

.tier { margin-top: 36px; }
.tier > h2, .coverage > h2 { font-size: 1.15rem; letter-spacing: -0.01em; margin-bottom: 12px; }
.check { background: var(--card); border: 1px solid var(--line); border-radius: 10px; margin-bottom: 10px; }
.many .check { content-visibility: auto; contain-intrinsic-size: auto 72px; }
.check:target { border-color: var(--link); box-shadow: 0 0 0 1px var(--link); }
summary { cursor: pointer; list-style: none; }
summary::-webkit-details-marker { display: none; }
.check > details > summary { display: grid; grid-template-columns: 20px 1fr 16px; gap: 0 12px; padding: 13px 18px; align-items: start; border-radius: 10px; }
.check > details > summary > .icon:first-child { width: 20px; height: 20px; margin-top: 2px; }
.check > details > summary > .chevron { grid-area: 1 / 3; margin-top: 4px; color: var(--quiet); transition: transform 0.12s; }
.check > details[open] > summary > .chevron { transform: rotate(90deg); }
.check h3 { font-size: 1rem; font-weight: 600; line-height: 1.4; }
.facts { grid-column: 2; display: flex; flex-wrap: wrap; gap: 2px 14px; align-items: baseline; color: var(--quiet); font-size: 0.86rem; }
.check.fail .word { color: var(--fail); font-weight: 600; }
.check.inconclusive .word { color: var(--inconclusive); font-weight: 600; }
.check.pass .word { color: var(--pass); font-weight: 600; }
.body { padding: 2px 18px 16px 50px; }
.answer + .answer { margin-top: 20px; }
h4 { font-size: 0.9rem; font-weight: 600; display: flex; align-items: center; gap: 7px; }
.answer > h4 { margin-bottom: 8px; }
.said { font-weight: 400; color: var(--quiet); }
.because { color: var(--quiet); }
.findings { display: grid; gap: 16px; }
.many .finding { content-visibility: auto; contain-intrinsic-size: auto 180px; }
.message { max-width: 46rem; }
.accepted { color: var(--quiet); font-size: 0.9rem; border-left: 3px solid var(--line); padding-left: 10px; margin-top: 4px; }
.plain { display: grid; gap: 6px; font-size: 0.93rem; }
.times { color: var(--quiet); font-size: 0.86rem; white-space: nowrap; margin-left: 8px; }
.place { margin-top: 6px; font-size: 0.93rem; }
.anchor { color: var(--quiet); margin-left: 14px; }
.also-list { font-size: 0.86rem; margin-top: 4px; }
.method { font: 600 0.8em var(--mono); color: var(--quiet); }
.excerpt { margin-top: 8px; border: 1px solid var(--line); border-radius: 8px; overflow: hidden; }
figcaption { display: flex; flex-wrap: wrap; gap: 0 14px; padding: 5px 12px; background: var(--sunken); border-bottom: 1px solid var(--line); font-size: 0.86rem; }
.lines { color: var(--quiet); }
.excerpt pre { padding: 6px 0; font-size: 0.82rem; background: var(--card); }
.line { display: block; padding: 0 12px 0 0; background: none; color: inherit; position: relative; padding-left: 66px; white-space: pre-wrap; min-height: 1.6em; border-left: 3px solid transparent; }
.line::before { content: attr(data-line); position: absolute; left: 0; width: 48px; text-align: right; color: var(--quiet); font-family: var(--mono); }
mark.line { background: var(--fail-tint); border-left-color: var(--fail); }
.check.pass mark.line, .also mark.line { background: var(--sunken); border-left-color: var(--quiet); }
.check.pass mark.line { background: var(--pass-tint); border-left-color: var(--pass); }
.check.inconclusive mark.line { background: var(--inconclusive-tint); border-left-color: var(--inconclusive); }
.check .also mark.line { background: var(--sunken); border-left-color: var(--quiet); }
.line.second { background: var(--sunken); border-left-color: var(--line); }
.gap { display: block; border-top: 1px dashed var(--line); margin: 6px 0; }
.also { margin-top: 10px; }
.also-word { color: var(--quiet); font-size: 0.86rem; margin-bottom: -4px; }
.also .excerpt { margin-top: 6px; }
.command { position: relative; margin-top: 8px; }
.command pre { background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; font-size: 0.82rem; white-space: pre-wrap; }
.command pre:has(+ .copy:not([hidden])) { padding-right: 76px; }
.copy { position: absolute; right: 6px; top: 5px; font-size: 0.8rem; padding: 0.1rem 0.55rem; }
.received { margin-top: 6px; font-size: 0.93rem; }
.received > summary { color: var(--link); width: fit-content; }
.received pre { background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; margin-top: 6px; font-size: 0.82rem; white-space: pre-wrap; }
.chart figcaption { background: none; border: 0; padding: 0 0 8px; font-weight: 600; }
.chart svg { width: 100%; height: auto; display: block; }
.chart text { font: 13px var(--sans); fill: var(--text); }
.chart .within { fill: var(--pass); }
.chart .over { fill: var(--fail); }
.chart .limit { stroke: var(--text); stroke-width: 2; }
.chart .grid { stroke: var(--line); }
.chart .shade { fill: var(--sunken); }
.chart .line { fill: none; stroke: var(--text); stroke-width: 1.6; stroke-linejoin: round; }
.chart .line.p50 { stroke: var(--quiet); stroke-dasharray: 2 3; }
.chart .line.p95 { stroke: var(--link); }
.chart .dot { fill: var(--text); }
.amount { white-space: nowrap; }
.more { margin-top: 12px; }
.more > summary { color: var(--link); width: fit-content; }
.more[open] > summary { margin-bottom: 12px; }
.blind { margin-top: 16px; color: var(--quiet); font-size: 0.9rem; }
.guide { display: grid; grid-template-columns: 1fr 1fr; gap: 6px 32px; margin-top: 20px; padding-top: 16px; border-top: 1px solid var(--line); }
.guide p { max-width: 34rem; }
.written-fixes { grid-column: 1 / -1; display: grid; gap: 6px; margin-bottom: 4px; }
.written > summary { color: var(--link); width: fit-content; font-size: 0.93rem; }
.written pre { background: var(--sunken); border: 1px solid var(--line); border-radius: 8px; padding: 8px 12px; margin-top: 6px; font-size: 0.82rem; white-space: pre-wrap; }
.guide > :only-child, .why:first-child, .refs { grid-column: 1 / -1; }
.refs { display: flex; flex-wrap: wrap; gap: 2px 16px; margin-top: 8px; font-size: 0.86rem; color: var(--quiet); }
.permalink { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 12px; font-size: 0.86rem; }
.permalink a { color: var(--quiet); display: inline-flex; gap: 6px; align-items: center; text-decoration: none; }
.permalink a:hover { text-decoration: underline; }
.none { color: var(--quiet); padding: 24px 0; }

.coverage { margin-top: 52px; padding-top: 28px; border-top: 1px solid var(--line); }
.coverage h3 { font-size: 0.95rem; margin: 0 0 6px; }
.coverage > h3 { margin-top: 28px; }
.columns { display: grid; grid-template-columns: repeat(auto-fit, minmax(290px, 1fr)); gap: 14px; margin-top: 16px; }
.panel { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 18px; font-size: 0.93rem; }
.panel li + li { margin-top: 6px; }
.examples { display: block; color: var(--quiet); }
.examples code { margin-right: 8px; }
table { margin-top: 14px; width: 100%; border-collapse: collapse; font-size: 0.93rem; }
th, td { text-align: left; padding: 6px 12px 6px 0; border-bottom: 1px solid var(--line); vertical-align: top; }
thead th { color: var(--quiet); font-weight: 500; font-size: 0.86rem; }
tbody th { font: 0.9em/1.6 var(--mono); font-weight: 400; }
.steps { display: grid; gap: 8px; }
.steps li { display: grid; grid-template-columns: minmax(220px, 320px) 1fr; gap: 4px 18px; align-items: center; }
.steps .command { margin: 0; }
footer { color: var(--quiet); font-size: 0.86rem; padding-top: 28px; padding-bottom: 48px; }

@media (max-width: 700px) {
  main, .head, footer { padding: 0 14px; }
  .check > details > summary { padding: 12px 12px; gap: 0 10px; }
  .body { padding: 0 12px 14px; }
  .guide, .steps li { grid-template-columns: 1fr; }
  .guide { gap: 14px; }
  .line { padding-left: 50px; }
  .line::before { width: 34px; }
  thead { display: none; }
  tr { display: block; padding: 8px 0; border-bottom: 1px solid var(--line); }
  th, td { display: inline; border: 0; padding: 0 8px 0 0; }
  td:last-child { display: block; color: var(--quiet); }
}
@media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
`;

export const style: string = `${base}${topStyle}${printStyle}`.replaceAll(/\n+/g, '\n').trim();
