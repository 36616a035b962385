// What a log record looks like, in the forms that loggers write.

const level = '(?:trace|debug|info|notice|warn|warning|error|err|critical|fatal|alert|emerg|silly|http|verbose|success)';
const date = String.raw`\d{4}[-/]\d{2}[-/]\d{2}[T ,]+\d{2}:\d{2}(?::\d{2})?(?:[.,]\d+)?(?:Z|[+-]\d{2}:?\d{2})?`;
const clock = String.raw`\d{1,2}:\d{2}:\d{2}(?:[.,]\d+)?(?:\s?[AP]M)?(?:[ ,]*[+-]\d{4})?`;
const wordLevel = new RegExp(String.raw`(?:^|[\s[(|<"=:-])${level}(?=$|[\s\])|>":,;-])`, 'i');
const time = new RegExp(`${date}|(?:^|[\\s[(])${clock}`);

const forms: readonly (readonly [string, RegExp])[] = [
  ['access log', /^\S+ \S+ \S+ \[[^\]]+\] "[A-Z]+ [^"]*" \d{3}/],
  [
    'access log',
    /^(?:::\w+|[\d.:a-f]+)?\s*-? ?"?(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE)\s+\/\S*(?: HTTP\/[\d.]+)?"?\s+\d{3}\s+(?:[\d.]+ ?ms|\d+|-)/,
  ],
  ['uvicorn', new RegExp(`^${level}:\\s{2,}\\S`, 'i')],
  ['access log', /^(?:<--|-->|xxx|-x-) (?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) \S/],
  ['access log', /^\[\d{2}\/\w{3}\/\d{4} [\d:]+\] "[A-Z]+ [^"]*" \d{3}/],
  ['level first', /^(?:TRACE|DEBUG|INFO|WARN|WARNING|ERROR|CRITICAL|FATAL)\s{2,}\S/],
  // A lone "error: …" is as often printed as logged.
  ['winston', /^(?:info|warn|http|verbose|debug|silly): \S/],
  ['Nest', /^\[Nest\] \d+\s+- /],
  ['python logging', /^(?:DEBUG|INFO|WARNING|ERROR|CRITICAL):[\w.]*:/],
  [
    'logfmt',
    new RegExp(
      String.raw`(?:^|\s)level="?${level}"?(?:\s|$).*\b(?:msg|message|event)=|\b(?:msg|message|event)=.*\slevel="?${level}\b`,
      'i',
    ),
  ],
];

/** The form of record a line is in; undefined for bare text. */
export function recordForm(line: string): string | undefined {
  const text = line.trim();
  if (text.startsWith('{')) return isJsonRecord(text) ? 'JSON' : undefined;
  const known = forms.find(([, pattern]) => pattern.test(text))?.[0];
  if (known !== undefined) return known;
  // A level and a time, both near the beginning: what a formatter puts before the message.
  const head = text.slice(0, 90);
  return wordLevel.test(head) && time.test(head) ? 'level and time' : undefined;
}

const levelKeys = ['level', 'severity', 'levelname', 'lvl', 'log.level', 'loglevel', 'level_name', 'severity_text', 'severityText'];
const messageKeys = ['message', 'msg', 'event', 'text', 'body', '@message', 'short_message'];

/** As long as a kept line may be: what is longer was cut, and is told by its beginning. */
const longestLine = 4_096;
const cutRecord = new RegExp(`^\\{.*?"(?:${levelKeys.map((key) => key.replace('.', '\\.')).join('|')})"\\s*:`);

function isJsonRecord(text: string): boolean {
  if (text.length >= longestLine) return cutRecord.test(text);
  const record = parsed(text);
  if (typeof record !== 'object' || record === null || Array.isArray(record)) return false;
  const keys = new Set(Object.keys(record));
  const nested = 'log' in record && typeof record.log === 'object' && record.log !== null && 'level' in record.log;
  const hasLevel = nested || levelKeys.some((key) => keys.has(key));
  // An access record of some loggers has no message, but says what was asked and answered.
  const hasMessage = messageKeys.some((key) => keys.has(key)) || keys.has('req') || keys.has('res') || keys.has('err') || keys.has('path');
  return hasLevel && hasMessage;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
