// What a client is told: never what went wrong inside.
import type { NextFunction, Request, Response } from 'express';
import { logger } from './logger.ts';

/** An error whose message was written for the user. */
export class Refused extends Error {
  readonly status: number;

  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

export function onMissing(_request: Request, response: Response): void {
  response.status(404).json({ title: 'Not Found', status: 404, detail: 'There is nothing here.' });
}

export function onError(error: unknown, request: Request, response: Response, next: NextFunction): void {
  if (response.headersSent) {
    next(error);
    return;
  }
  if (error instanceof Refused) {
    response.status(error.status).json({ title: 'Refused', status: error.status, detail: error.message });
    return;
  }
  logger.error({ error, path: request.path }, 'request failed');
  response.status(500).json({ title: 'Internal Server Error', status: 500, detail: 'Something went wrong on our side.' });
}
