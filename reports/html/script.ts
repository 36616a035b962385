// What the page can do with JavaScript: filter, search, fold, copy, follow links into folded checks, change its theme.
// Plain text, because it runs in the reader's browser; the page's policy lets no other script run.

export const script = `(() => {
const all = (selector, within = document) => [...within.querySelectorAll(selector)];
const form = document.getElementById('page-filters');
const checks = all('.check').map((node) => ({
  node, details: node.querySelector('details'), wasOpen: false, verdict: node.dataset.verdict, tier: node.dataset.tier,
  head: node.querySelector('summary').textContent.toLowerCase(),
  body: null,
}));
const textIn = (node) => node.textContent.toLowerCase();
const textOf = (check) => (check.body ??= textIn(check.node));

if (form) {
  form.hidden = false;
  const status = document.getElementById('page-status');
  const fold = document.getElementById('page-fold');
  const none = document.querySelector('.none');
  const chosen = (name) => {
    const boxes = all('input[name="' + name + '"]', form);
    return boxes.length === 0 ? null : new Set(boxes.filter((box) => box.checked).map((box) => box.value));
  };
  let searching = false;
  const apply = () => {
    const verdicts = chosen('verdict');
    const tiers = chosen('tier');
    const words = form.elements.text.value.toLowerCase().split(/\\s+/).filter(Boolean);
    const hits = (text) => words.every((word) => text.includes(word));
    if (words.length > 0 && !searching) for (const check of checks) check.wasOpen = check.details.open;
    let shown = 0;
    for (const check of checks) {
      const wanted = (!verdicts || verdicts.has(check.verdict)) && (!tiers || tiers.has(check.tier));
      const show = wanted && (words.length === 0 || hits(textOf(check)));
      check.node.hidden = !show;
      if (show) shown++;
      const inHead = words.length === 0 || hits(check.head);
      const items = all('.finding', check.node);
      const matching = items.filter((item) => words.length > 0 && hits(check.head + ' ' + textIn(item)));
      for (const item of items) item.hidden = show && !inHead && matching.length > 0 && !matching.includes(item);
      if (words.length > 0 && show) {
        check.details.open = true;
        for (const item of matching) { const folded = item.closest('details.more'); if (folded && !inHead) folded.open = true; }
      } else if (words.length === 0 && searching) check.details.open = check.wasOpen;
    }
    searching = words.length > 0;
    for (const tier of all('.tier')) tier.hidden = !all('.check', tier).some((node) => !node.hidden);
    const narrowed = shown < checks.length || searching;
    form.classList.toggle('filtering', narrowed);
    status.textContent = narrowed ? shown + ' of ' + checks.length + ' checks shown' : '';
    none.hidden = shown > 0;
  };
  let waiting;
  form.elements.text.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(apply, 90); });
  form.addEventListener('change', apply);
  form.addEventListener('submit', (event) => { event.preventDefault(); apply(); });
  fold.addEventListener('click', () => {
    const open = fold.textContent === 'Open all';
    for (const check of checks) check.details.open = open;
    fold.textContent = open ? 'Close all' : 'Open all';
  });
  apply();
}

const follow = () => {
  const id = decodeURIComponent(location.hash.slice(1));
  const found = checks.find(({ node }) => node.id === id);
  if (!found) return;
  if (found.node.hidden && form) { form.reset(); form.dispatchEvent(new Event('change')); }
  found.details.open = true;
  found.node.scrollIntoView({ block: 'start' });
};
addEventListener('hashchange', follow);
follow();

for (const button of all('.copy')) button.hidden = false;
document.addEventListener('click', async (event) => {
  const button = event.target.closest('.copy');
  if (!button) return;
  const pre = button.previousElementSibling;
  try { await navigator.clipboard.writeText(pre.textContent); button.textContent = 'Copied'; }
  catch { getSelection().selectAllChildren(pre); button.textContent = document.execCommand('copy') ? 'Copied' : 'Selected'; }
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
});

const theme = document.getElementById('page-theme');
const dark = matchMedia('(prefers-color-scheme: dark)');
let isDark = dark.matches;
const paint = () => { theme.textContent = isDark ? 'Light' : 'Dark'; theme.setAttribute('aria-label', 'Switch to ' + (isDark ? 'light' : 'dark') + ' colours'); };
theme.hidden = false;
theme.addEventListener('click', () => { isDark = !isDark; document.documentElement.style.colorScheme = isDark ? 'dark' : 'light'; paint(); });
dark.addEventListener('change', () => { isDark = dark.matches; document.documentElement.style.colorScheme = ''; paint(); });
paint();
})();`;

/** Of the script above, for the page's policy; a test says when it is out of date. */
export const scriptHash = 'sha256-KseNefI8MWzJ5Mq9vD2nzKpBPk3v1G1OyPVfrJHRE/E=';
