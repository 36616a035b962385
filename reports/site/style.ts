// What the pages about checks need beyond the looks of a report.

export const siteStyle = `
.site main { max-width: 860px; padding-top: 8px; }
.site .head, .site footer { max-width: 860px; }
.site .brand a { color: inherit; text-decoration: none; }
.site section { margin-top: 30px; }
.site section > h2 { font-size: 1.15rem; margin-bottom: 8px; letter-spacing: -0.01em; }
.site h3 { font-size: 1rem; margin: 22px 0 8px; display: flex; align-items: center; gap: 8px; }
.site main > h1:first-child { margin-top: 18px; }
.site p { max-width: 46rem; }
.crumbs { color: var(--quiet); font-size: 0.9rem; margin: 18px 0 10px; }
.id { margin-top: 8px; display: flex; gap: 12px; align-items: center; }
.id .gate { margin-left: 0; }
.framework { border: 1px solid var(--line); border-radius: 10px; background: var(--card); padding: 8px 14px; margin-top: 8px; }
.framework > summary, .site section > details > summary { cursor: pointer; color: var(--link); width: fit-content; }
.framework .times { margin-left: 4px; }
.excerpt.pass mark.line { background: var(--pass-tint); border-left-color: var(--pass); }
.turn { display: flex; justify-content: space-between; margin-top: 40px; padding-top: 16px; border-top: 1px solid var(--line); }
.cards { display: grid; grid-template-columns: repeat(auto-fill, minmax(250px, 1fr)); gap: 12px; }
.cards li { background: var(--card); border: 1px solid var(--line); border-radius: 10px; padding: 14px 16px; display: flex; flex-direction: column; gap: 8px; justify-content: space-between; }
.cards span { color: var(--quiet); font-size: 0.86rem; }
.cards a { color: inherit; text-decoration: none; }
.cards a:hover { text-decoration: underline; }
@media print { details.framework::details-content { content-visibility: visible !important; display: block !important; height: auto !important; } }
`;
