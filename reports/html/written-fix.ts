// A fix as code, one fold a framework.
import type { WrittenFix } from '../idioms.ts';
import { codeLine, html, type Markup, raw } from './markup.ts';

const longestShown = 12;

/** Folded where it is long. */
export const writtenFix = ({ name, lines }: WrittenFix): Markup =>
  html`
<details class="written"${raw(lines.length > longestShown ? '' : ' open')}><summary>The fix in ${name}</summary>
<pre><code>${raw(lines.map((line) => html`${codeLine(line)}`.markup).join('\n'))}</code></pre>
</details>`;
