// Looks on paper: everything open, nothing to press, nothing cut in two.

export const printStyle = `
@media print {
  :root { color-scheme: light !important; --page: #fff; --sunken: #f6f7f9; }
  @page { margin: 16mm 14mm; }
  body { font-size: 10.5pt; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
  main, .head, footer { max-width: none; padding: 0; }
  .filters, .skip, .copy, .chevron, .permalink, #page-theme, .more > summary { display: none !important; }
  .many .check, .many .finding { content-visibility: visible; }
  details.received > summary { color: inherit; }
  details::details-content { content-visibility: visible !important; display: block !important; height: auto !important; }
  .ladder { grid-template-columns: repeat(3, 1fr); }
  .guide { grid-template-columns: 1fr 1fr; }
  .command pre:has(+ .copy) { padding-right: 12px; }
  .verdict { padding: 14pt 0; }
  h1 { font-size: 20pt; }
  h2, h3, h4, .message, .place, summary, figcaption { break-after: avoid; }
  .rung, .excerpt, .command, .guide, .panel, tr { break-inside: avoid; }
  .body { padding-left: 18px; }
}
`;
