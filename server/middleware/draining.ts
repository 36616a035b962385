// While the server stops, each answer ends its connection, so that no keep-alive holds the process up.
import type { Step } from './state.ts';

export function draining(isDraining: () => boolean): Step {
  return (ctx, next) => {
    if (isDraining()) ctx.set('Connection', 'close');
    return next();
  };
}
