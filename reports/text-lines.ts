// Lines of a terminal: wrapping by display width. Knows nothing of reports.
import stringWidth from 'string-width';

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Text wrapped behind a lead that is never broken (a path stays clickable); later lines are indented by `indent` columns. */
export function flow(lead: string, text: string, indent: number, width: number): readonly string[] {
  const lines: string[] = [];
  let line = lead;
  let used = stringWidth(lead);
  for (const word of text.split(' ').flatMap((each) => broken(each, width - indent))) {
    const wordWidth = stringWidth(word);
    const gap = used === 0 || line.endsWith(' ') ? 0 : 1;
    if (used + gap + wordWidth > width && line.trim() !== '') {
      lines.push(line.trimEnd());
      line = ' '.repeat(indent) + word;
      used = indent + wordWidth;
    } else {
      line += ' '.repeat(gap) + word;
      used += gap + wordWidth;
    }
  }
  return [...lines, line.trimEnd()];
}

/** Text cut to the width, ending in … where it was wider. */
export function fitted(text: string, width: number): string {
  if (stringWidth(text) <= width) return text;
  const [start = ''] = broken(text, width - 1);
  return `${start.trimEnd()}…`;
}

/** A shell command over several lines that can be pasted as it stands; an argument is never broken, nor parted from its option. */
export function commandLines(command: string, indent: number, width: number): readonly string[] {
  const words = command.match(/(?:'[^']*'|"(?:\\.|[^"\\])*"|\\.|[^\s'"\\]|['"\\])+/g) ?? [];
  const parts = words.flatMap((word, index) => {
    if (isOption(words[index - 1]) && !isOption(word)) return [];
    const next = words[index + 1];
    return [isOption(word) && next !== undefined && !isOption(next) ? `${word} ${next}` : word];
  });
  const lines: string[] = [];
  let line = '';
  for (const word of parts) {
    const margin = lines.length === 0 ? indent : indent + 2;
    if (line !== '' && margin + stringWidth(line) + 1 + stringWidth(word) > width - 2) {
      lines.push(`${' '.repeat(margin)}${line} \\`);
      line = word;
    } else {
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return line === '' ? lines : [...lines, ' '.repeat(lines.length === 0 ? indent : indent + 2) + line];
}

const isOption = (word: string | undefined): boolean => word?.startsWith('-') === true;

function broken(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  let used = 0;
  for (const { segment } of segmenter.segment(word)) {
    const segmentWidth = stringWidth(segment);
    if (used + segmentWidth > width && piece !== '') {
      pieces.push(piece);
      piece = '';
      used = 0;
    }
    piece += segment;
    used += segmentWidth;
  }
  return [...pieces, piece];
}
