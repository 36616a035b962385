// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `sentry_sdk.init(dsn=settings.sentry_dsn, release=settings.release, send_default_pii=False)
app = FastAPI()`,
  flask: `sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release=os.environ["RELEASE"], send_default_pii=False)
app = Flask(__name__)`,
  django: `sentry_sdk.init(dsn=os.environ["SENTRY_DSN"], release=os.environ["RELEASE"], send_default_pii=False)`,
  express: `import './instrument.ts'; // Sentry.init({ dsn, release, beforeSend })
const app = express();
// after the routes
Sentry.setupExpressErrorHandler(app);`,
  koa: `import './instrument.ts'; // Sentry.init({ dsn, release, beforeSend })
const app = new Koa();
Sentry.setupKoaErrorHandler(app);`,
  nest: `import './instrument.ts'; // Sentry.init({ dsn, release, beforeSend })
@Module({ imports: [SentryModule.forRoot()], providers: [{ provide: APP_FILTER, useClass: SentryGlobalFilter }] })
export class AppModule {}`,
};
