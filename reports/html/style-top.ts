// Looks of the page's first screen: head, verdict, ladder, filters.

export const topStyle = `
.head { display: flex; flex-wrap: wrap; gap: 4px 20px; align-items: baseline; padding-top: 22px; color: var(--quiet); font-size: 0.9rem; }
.brand strong { color: var(--text); }
.target { display: flex; flex-wrap: wrap; gap: 2px 16px; align-items: baseline; }
.target code { font-size: 0.95em; line-height: inherit; }
#page-theme { margin-left: auto; font-size: 0.86rem; }

.verdict { display: flex; gap: 18px; align-items: flex-start; padding: 40px 0 30px; }
.verdict > .icon { width: 44px; height: 44px; margin-top: 3px; }
h1 { font-size: 2.1rem; line-height: 1.25; letter-spacing: -0.022em; font-weight: 650; }
.tally { color: var(--quiet); font-size: 1.06rem; margin-top: 2px; }

.ladder { display: grid; grid-template-columns: repeat(3, 1fr); gap: 14px; }
.rung { background: var(--card); border: 1px solid var(--line); border-top: 3px solid var(--not-applicable); border-radius: 10px; padding: 15px 18px 17px; }
.rung.missed { border-top-color: var(--fail); }
.rung.reached { border-top-color: var(--pass); }
.rung.unsaid { border-top-color: var(--inconclusive); }
.rung h2 { font-size: 1.06rem; display: flex; align-items: center; gap: 8px; }
.gate { font-size: 0.75rem; font-weight: 500; color: var(--quiet); border: 1px solid var(--line); border-radius: 99px; padding: 0 8px; margin-left: auto; }
.count { color: var(--quiet); font-size: 0.9rem; }
.count strong { color: var(--text); }
.bar { display: flex; gap: 3px; margin: 9px 0 2px; }
.bar i { flex: 1; height: 6px; border-radius: 3px; background: var(--not-applicable); }
.bar .fail { background: var(--fail); }
.bar .inconclusive { background: var(--inconclusive); }
.bar .pass { background: var(--pass); }
.obstacles { margin-top: 10px; display: grid; gap: 1px; font-size: 0.93rem; }
.obstacles a { color: var(--text); text-decoration: none; display: flex; gap: 8px; align-items: baseline; padding: 1px 0; }
.obstacles a:hover { text-decoration: underline; }
.obstacles .icon { position: relative; top: 0.12em; }

.filters { position: sticky; top: 0; z-index: 2; display: flex; flex-wrap: wrap; gap: 8px 14px; align-items: center; margin: 26px -10px 0; padding: 10px; background: color-mix(in srgb, var(--page) 92%, transparent); backdrop-filter: blur(8px); font-size: 0.9rem; }
.filters fieldset { border: 0; margin: 0; padding: 0; display: flex; flex-wrap: wrap; gap: 6px; }
.pill { display: inline-flex; align-items: center; gap: 6px; border: 1px solid var(--line); background: var(--card); border-radius: 99px; padding: 3px 12px; cursor: pointer; position: relative; }
.pill b { font-weight: 500; color: var(--quiet); }
.pill input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
.pill:has(input:not(:checked)) { background: none; border-style: dashed; color: var(--quiet); }
.pill:has(input:not(:checked)) .icon { color: var(--quiet); }
.pill:has(:focus-visible) { outline: 2px solid var(--link); outline-offset: 2px; }
.filters input[type='search'] { flex: 1 1 200px; min-width: 0; font: inherit; color: inherit; background: var(--card); border: 1px solid var(--line); border-radius: 7px; padding: 4px 10px; }
.filters input::placeholder { color: var(--quiet); opacity: 1; }
#page-status { flex-basis: 100%; color: var(--quiet); font-size: 0.86rem; min-height: 1.4em; }
.filters:not(.filtering) #page-status { display: none; }

@media (max-width: 820px) {
  .ladder { grid-template-columns: 1fr; }
}
@media (max-width: 700px) {
  .verdict { padding: 26px 0 22px; gap: 12px; }
  .verdict > .icon { width: 30px; height: 30px; }
  h1 { font-size: 1.55rem; }
  .filters { position: static; }
  html { scroll-padding-top: 1rem; }
}
`;
