// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastify: `request.log.info({ planId }, 'plan made'); // in place of console.log`,
  nest: `export class PlansService {
  private readonly logger = new Logger(PlansService.name);

  made(planId: string) {
    this.logger.log({ planId }, 'plan made'); // in place of console.log
  }
}`,
  node: `export const log = pino({ level: process.env.LOG_LEVEL ?? 'info' });

log.info({ planId }, 'plan made'); // in place of console.log`,
  flask: `app.logger.info("plan made", extra={"plan_id": plan_id})  # in place of print`,
  python: `logger = logging.getLogger(__name__)

logger.info("plan made", extra={"plan_id": plan_id})  # in place of print`,
};
