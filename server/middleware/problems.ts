// The last resort: whatever goes wrong below becomes a problem document that tells the user what to do and nobody how we work.
import { STATUS_CODES } from 'node:http';
import type { Log } from '../log.ts';
import { detailOf, Problem } from '../problem.ts';
import { currentErrorReports } from '../telemetry/errors.ts';
import { routeOf } from './measured.ts';
import type { RequestContext, Step } from './state.ts';

export function problems(log: Log): Step {
  return async (ctx, next) => {
    try {
      await next();
      if (ctx.status >= 400 && ctx.body == null) answer(ctx, new Problem(ctx.status, detailOf(ctx.status)));
    } catch (error) {
      const problem = problemOf(error);
      const about = { error, requestId: ctx.state.requestId, status: problem.status };
      if (problem.status < 500) log.debug(about, 'request refused');
      else {
        log.error(about, 'request could not be answered');
        // That we are busy is no fault of the code.
        if (problem.status !== 503) currentErrorReports()?.report(error, { requestId: ctx.state.requestId, route: routeOf(ctx) });
      }
      answer(ctx, problem);
    }
  };
}

/** Libraries throw errors with a status too; of those only a client status is taken over, never the text. */
function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status = error instanceof Error && 'status' in error && typeof error.status === 'number' ? error.status : 500;
  const known = status >= 400 && status < 500 ? status : 500;
  return new Problem(known, detailOf(known), { cause: error });
}

function answer(ctx: RequestContext, { status, type, message, errors, headers }: Problem): void {
  const { requestId } = ctx.state;
  ctx.status = status;
  ctx.set(headers);
  // The app tells success by `success` and shows `detail`.
  ctx.body = {
    type,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail: message,
    instance: `urn:request:${requestId}`,
    success: false,
    requestId,
    errors,
  };
  ctx.type = 'application/problem+json';
}
