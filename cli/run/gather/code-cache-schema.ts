// What is kept of a look at the source: answers, places and names; no text of a file, no value of a variable.
import { z } from 'zod';
import type { Looked } from '../../../checks/evidence/code/fingerprint.ts';
import type { Answer, CodeCoverage, FilePlace, SeenSecret } from '../../../checks/model.ts';
import type { Report } from '../../../reports/report.ts';
import type { Expectations } from './code-frame.ts';

export interface KeptAnswers {
  readonly looked: Looked;
  /** By check. */
  readonly answers: Readonly<Record<string, Answer>>;
  readonly coverage: CodeCoverage;
  readonly secrets: readonly SeenSecret[];
  readonly frame: {
    readonly units: Report['target']['units'];
    readonly entry?: FilePlace;
    readonly client?: FilePlace;
    readonly expected: Expectations;
  };
}

const text = z.string();
const whole = z.number().int();
const filePlace = z.strictObject({ kind: z.literal('file'), path: text, line: whole, column: whole });
const place = z.discriminatedUnion('kind', [
  filePlace,
  z.strictObject({ kind: z.literal('request'), method: text, url: text, curl: text }),
  z.strictObject({ kind: z.literal('environment'), name: text, source: text }),
  z.strictObject({ kind: z.literal('process'), what: text }),
  z.strictObject({ kind: z.literal('database'), database: text, object: text }),
]);
const finding = z.strictObject({ message: text, place, related: z.exactOptional(z.array(place)) });
const answer = z.union([
  z.strictObject({ verdict: z.enum(['pass', 'fail']), findings: z.tuple([finding], finding) }),
  z.strictObject({ verdict: z.enum(['inconclusive', 'not-applicable']), because: text }),
]);
const secret = z.strictObject({
  what: text,
  certain: z.boolean(),
  length: whole,
  reads: z.exactOptional(z.enum(['words', 'development', 'random'])),
});
const language = z.enum(['typescript', 'python']);

export const keptSchema = z.strictObject({
  looked: z.strictObject({ paths: z.array(text), digest: text }),
  answers: z.record(text, answer),
  coverage: z.strictObject({
    filesRead: whole,
    filesParsed: whole,
    leftOut: z.array(z.strictObject({ reason: text, files: whole, examples: z.array(text) })),
    unreadable: z.array(z.strictObject({ path: text, because: text })),
    blindSpots: z.array(z.strictObject({ path: text, words: z.array(text), because: z.exactOptional(text) })),
  }),
  secrets: z.array(z.strictObject({ place: filePlace, secret, reachesClients: z.boolean() })),
  frame: z.strictObject({
    units: z.array(z.strictObject({ root: text, languages: z.array(language), frameworks: z.array(text) })),
    entry: z.exactOptional(filePlace),
    client: z.exactOptional(filePlace),
    expected: z.strictObject({
      expected: z.array(
        z.strictObject({
          name: text,
          required: z.boolean(),
          type: z.enum(['string', 'number', 'boolean', 'url']),
          hasFallback: z.boolean(),
          readAt: z.strictObject({ path: text, line: whole, column: whole }),
        }),
      ),
      expectedMissing: z.exactOptional(text),
    }),
  }),
});
