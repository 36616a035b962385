// In production the text of an error that was not meant for users is written over before it is answered.
import { Hono } from 'hono';

class ApiError extends Error {
  constructor(
    readonly status: 400 | 404 | 500,
    message: string,
    readonly isOperational = true,
  ) {
    super(message);
  }
}
const convert = (error: unknown): ApiError =>
  error instanceof ApiError ? error : new ApiError(500, error instanceof Error ? error.message : 'unknown', false);

const app = new Hono<{ Bindings: { ENV?: string } }>();
app.onError((raised, c) => {
  const env = c.env.ENV || 'production';
  const error = convert(raised);
  if (env === 'production' && !error.isOperational) {
    error.message = 'Internal server error';
  }
  return c.json({ message: error.message }, error.status);
});
app.get('/plans', () => {
  throw new ApiError(404, 'There is no such plan');
});
export default app;
