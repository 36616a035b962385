import express from 'express';
import { serve } from './serve.ts';

const key = process.env.COACH_TLS_KEY || process.env.TLS_KEY || undefined;
const certificate = process.env.COACH_TLS_CERT || process.env.TLS_CERT || undefined;

const app = express();
app.get('/api/plans', (_request, response) => response.json([]));
serve(app, { key, certificate }, process.env.PORT ?? 3000);
