// Puts the middleware in order.
import { corsMaxAgeSeconds, webOrigin } from '@mixed/shared';
import cors from 'cors';
import express, { type Express } from 'express';
import helmet from 'helmet';
import { onError, onMissing } from './errors.ts';
import { requireUser } from './require-user.ts';
import { plans } from './routes/plans.ts';
import { playbook } from './routes/playbook.ts';

export function createApp(): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(helmet());
  app.use(cors({ origin: webOrigin, maxAge: corsMaxAgeSeconds }));
  app.use(express.json({ limit: '2mb' }));

  app.get('/healthz', (_request, response) => {
    response.json({ status: 'pass' });
  });
  app.use('/api/v1/plans', requireUser, plans);
  app.use('/api/v1/playbook', requireUser, playbook);
  app.use(onMissing);
  app.use(onError);
  return app;
}
