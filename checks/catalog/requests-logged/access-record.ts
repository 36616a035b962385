// Which parts of a log are records of requests, and what they lack.
import { type Block, blocksOf } from './blocks.ts';

const method = /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)\b/;
const status = /\b[1-5]\d\d\b/;
const methodName = /(?:^|[._])(?:request_?|http_?|req_?)?(?:method|verb)$/i;
const statusName = /(?:^|[._])(?:response_?|http_?|res_?)?(?:status(?:_?code)?|code)$/i;
const idName = /(?:request|correlation|trace|req)[._-]?id$/i;

export interface AccessRecord {
  readonly text: string;
  readonly names: readonly string[];
  /** As it is named there. */
  readonly method?: string;
  readonly status?: string;
}

/** Lines with a method and a status; where one tells of the question and another one of the answer, both together. */
export function recordsOf(lines: readonly string[]): readonly AccessRecord[] {
  const blocks = blocksOf(lines);
  const alone = blocks.filter(isRecord);
  const parts = blocks.filter((each) => !alone.includes(each) && named([each], idName) !== undefined);
  const joined = [...Map.groupBy(parts, (each) => named([each], idName)).values()].filter(
    (all) => named(all, methodName, method) !== undefined && named(all, statusName, status) !== undefined,
  );
  return [...alone.map((each) => [each]), ...joined].map(recordOf);
}

function isRecord({ text, fields, isRecord: isNamed }: Block): boolean {
  if (!isNamed) return saysBoth(text);
  // The process id stands in the first line too, and may look like a status.
  if (!text.startsWith('{') && saysBoth(firstOf(text))) return true;
  const texts = [...fields].filter(([, value]) => Number.isNaN(Number(value)));
  const messages = texts.filter(([name, value]) => messageName.test(name) || method.test(value));
  const asked = texts.some(([, value]) => method.test(value));
  const answered =
    named([{ fields }], statusName, status) !== undefined || messages.some(([, value]) => status.test(withoutNumbersOfTime(value)));
  return asked && answered;
}

const messageName = /^(?:msg|message|event|text|body|@m)$/i;
const firstOf = (text: string): string => text.split('\n', 1)[0] ?? '';
const saysBoth = (line: string): boolean => method.test(line) && status.test(withoutNumbersOfTime(line));

function recordOf(blocks: readonly Block[]): AccessRecord {
  const [asked, answered] = [named(blocks, methodName, method), named(blocks, statusName, status)];
  return {
    text: blocks.map(({ text }) => text).join('\n'),
    names: blocks.flatMap(({ fields }) => [...fields.keys()]),
    ...(asked === undefined ? {} : { method: asked }),
    ...(answered === undefined ? {} : { status: answered }),
  };
}

function named(blocks: readonly Pick<Block, 'fields'>[], name: RegExp, shape = /./): string | undefined {
  const all = blocks.flatMap(({ fields }) => [...fields]);
  return all.find(([each, value]) => name.test(each) && shape.test(value))?.[1];
}

/** Whether it may be the record of a request like this one. */
export function tellsOf(record: AccessRecord, asked: { readonly method: string; readonly status: number }): boolean {
  const isMethod = record.method === undefined ? record.text.includes(asked.method) : record.method === asked.method;
  return (
    isMethod &&
    (record.status === undefined ? new RegExp(`\\b${asked.status}\\b`).test(record.text) : record.status === String(asked.status))
  );
}

/** What no record holds: `route`, `duration`, `id`. */
export function lacksOf(records: readonly AccessRecord[], ids: readonly string[]): readonly string[] {
  const some = (holds: (record: AccessRecord) => boolean): boolean => records.some(holds);
  const has = (record: AccessRecord, name: RegExp): boolean => record.names.some((each) => name.test(each));
  return [
    ...(some((each) => /["\s=]\/[\w/:{<.~-]*/.test(each.text) || has(each, /^(?:.*\.)?(?:route|path|url|uri|target)$/i)) ? [] : ['route']),
    ...(some((each) => hasUnit.test(each.text) || has(each, durationName) || has(each, milliseconds)) ? [] : ['duration']),
    ...(some((each) => ids.some((id) => each.text.includes(id)) || has(each, idName)) ? [] : ['id']),
  ];
}

const hasUnit = /\b\d+(?:\.\d+)? ?(?:ms|s|µs|us)\b/;
const durationName = /(?:(?:^|[._-])dur|duration|elapsed|latency|response_?time|took|time_?taken|process_?time|request_?time|_ms$)/i;
const milliseconds = /[a-z]Ms$/;

// `12:30:45.200` and `2026-11-23` are no statuses.
const withoutNumbersOfTime = (line: string): string => line.replace(/\d{1,4}[-:.]\d{1,2}[-:.]\d{1,4}(?:[.,]\d+)?/g, '');
