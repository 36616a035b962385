// What Fastify is told of its logger.
import type { Call, Value } from '../../model.ts';

/** Handed over from where nobody looked: what the service itself makes with a library is judged where it makes it. */
export function isForeign(instance: ReturnType<Call['option']>): boolean {
  if (typeof instance === 'string') return instance === 'unknown';
  if (instance.kind === 'choice')
    return (
      instance.among.every(({ value }) => value.kind === 'unknown' || value.kind === 'symbol') &&
      instance.among.some(({ value }) => isForeign(value))
    );
  return (
    instance.kind === 'unknown' ||
    (instance.kind === 'symbol' && !/\b(?:pino|winston|bunyan|log4js|tslog|consola|loglevel|roarr)\b/.test(instance.name))
  );
}

/** `...(testing ? { logger: false } : { loggerInstance })`: where no arm switches it on, Fastify writes nothing itself. */
export const isOff = (logger: Value): boolean =>
  logger.kind === 'literal' ? logger.value !== true : logger.kind === 'choice' && logger.among.every(({ value }) => isOff(value));
