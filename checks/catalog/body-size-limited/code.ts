// What source shows of how much of a body is read: limits of parsers, of frameworks, and of the service's own.
import { merge, notApplicable, type Seen, settle } from '../../answer.ts';
import type { Answer, CodeEvidence, Unit } from '../../model.ts';
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
];

export function judgeCode(code: CodeEvidence): Answer {
  if (code.units.length === 0) return notApplicable('no backend service was found here');
  const isOfPlatform = code.units.every(({ frameworks }) => frameworks.every((each) => each === 'worker' || each === 'supabase-function'));
  const why = isOfPlatform ? 'its platform bounds the bodies it hands over' : 'nothing was found that reads the body of a request';
  return settle(merge(code.units.map(ofUnit)), notApplicable(why));
}

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
