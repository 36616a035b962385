// A logger around pino: the secret is told where it is handed to the logger, not inside it.
import Koa from 'koa';
import pino from 'pino';

class Logger {
  private readonly output = pino();

  info(message: string, extra?: Record<string, unknown>): void {
    this.output.info(this.tidy(extra), message);
  }
  warn(message: string, extra?: Record<string, unknown>): void {
    this.output.warn(this.tidy(extra), message);
  }
  private tidy(extra: Record<string, unknown> = {}): Record<string, unknown> {
    const output: Record<string, unknown> = { ...extra };
    for (const name of Object.keys(output)) if (name === 'cookie') output[name] = 'hidden';
    return output;
  }
}
const logger = new Logger();

const app = new Koa();
app.use((ctx) => {
  logger.info('asked', { path: ctx.path });
  logger.warn('calling', { url: `https://embed.example/?key=${process.env.EMBED_API_KEY}` }); // <- finding
  ctx.body = 'ok';
});
app.listen(3000);
