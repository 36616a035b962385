// What source shows of how much of a body is read: limits of parsers, of frameworks, and of the service's own.
import { eachUnit, handedOn, merge, notApplicable, orElse, type Seen, saidBy, unlessBrought } from '../../answer.ts';
import type { Unit } from '../../model.ts';
import { judgeNode } from './node.ts';
import { judgePython } from './python.ts';

export const mentions = [
  'limit',
  'body',
  'multer',
  'busboy',
  'formidable',
  'fileupload',
  'interceptor',
  'fastify',
  'fastapi',
  'starlette',
  'flask',
  'router',
  'middleware',
  'max_content_length',
  'data_upload_max',
  'content-length',
  'consumers',
  'rest_framework',
  "'data'",
  '"data"',
  'for await',
];

export const judgeCode = eachUnit(
  (unit) => orElse(ofUnit(unit), () => ({ ...(!unit.frameworks.every(isOfPlatform) && { readsItself: 'yes' }), ...handedOn(unit) })),
  (all) =>
    unlessBrought(
      all,
      notApplicable(
        saidBy(all, 'readsItself') === undefined
          ? 'its platform bounds the bodies it hands over'
          : 'nothing was found that reads the body of a request',
      ),
    ),
);
const isOfPlatform = (framework: string): boolean => framework === 'worker' || framework === 'supabase-function';

function ofUnit(unit: Unit): Seen {
  const seen = merge([judgeNode(unit), judgePython(unit), next(unit)]);
  return seen;
}

/** Route handlers of Next read what comes; what stands before them is the platform's. */
function next(unit: Unit): Seen {
  const reading = unit.routes.filter(
    ({ framework, method, handler }) =>
      framework === 'next' &&
      /^(?:POST|PUT|PATCH)$/.test(method) &&
      handler !== undefined &&
      unit
        .callsFrom(handler)
        .some(({ node: { callee } }) => callee.kind === 'member' && /^(?:json|text|formData|arrayBuffer|blob)$/.test(callee.name)),
  );
  return reading.length > 0
    ? {
        bad: [],
        good: [],
        unclear: ['route handlers of Next take bodies of any size, and the limit of the platform that serves them is not in the source'],
      }
    : { bad: [], good: [] };
}
