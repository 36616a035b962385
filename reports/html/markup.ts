// Pieces of HTML: whatever is put into a template is escaped, but for pieces of HTML.
import { cleaned } from '../clean.ts';

export interface Markup {
  readonly markup: string;
}
export type Content = string | number | Markup | readonly Content[] | undefined;

/** HTML with everything in between escaped; `undefined` is nothing. */
export function html(parts: TemplateStringsArray, ...contents: readonly Content[]): Markup {
  return { markup: parts.reduce((text, part, at) => text + written(contents[at - 1]) + part, '').trim() };
}

/** HTML as it stands: for this program's own constants alone. */
export const raw = (markup: string): Markup => ({ markup });

export const nothing: Markup = raw('');

/** The piece where there is something to show, else nothing. */
export const when = (condition: boolean, piece: () => Markup): Markup => (condition ? piece() : nothing);

function written(content: Content): string {
  if (content === undefined) return '';
  if (typeof content === 'object') return 'markup' in content ? content.markup : content.map(written).join('\n');
  return escaped(cleaned(String(content)));
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
const escaped = (text: string): string => text.replaceAll(/[&<>"']/g, (character) => entities[character] ?? character);

/** A line of source: indentation stays. */
export const codeLine = (line: string): string => cleaned(line.replaceAll('\t', '    '));

/** A check's id as the target of a link. */
export const anchorOf = (id: string): string => id.replaceAll(/[^\w.-]+/g, '-');

/** Prose with `code` in it. */
export function withCode(text: string): Markup {
  const parts = text.split('`').map((part, at) => (at % 2 === 1 ? `<code>${written(part)}</code>` : written(part)));
  return raw(parts.join(''));
}
