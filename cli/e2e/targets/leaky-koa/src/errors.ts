// What a client is told when something went wrong.
import type Koa from 'koa';

/** An error whose message was written for the user. */
export class UserError extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** Turns whatever was thrown into an answer. Runs before everything else. */
export async function answerErrors(ctx: Koa.Context, next: Koa.Next): Promise<void> {
  try {
    await next();
  } catch (error) {
    if (error instanceof UserError) {
      ctx.status = error.status;
      ctx.body = { success: false, detail: error.message };
      return;
    }
    const failure = error instanceof Error ? error : new Error(String(error));
    console.error(failure); // <- finding logs-through-logger
    ctx.status = statusOf(error);
    ctx.body = {
      success: false,
      detail: failure.message,
      stack: failure.stack, // <- finding error-responses-private
      received: ctx.request.body, // <- finding error-responses-private
    };
  }
}

function statusOf(error: unknown): number {
  if (typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number') return error.status;
  return 500;
}
