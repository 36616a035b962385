// How the fix is written, framework by framework.
import type { Idioms } from '../../model.ts';

export const idioms: Idioms = {
  fastapi: `trace.set_tracer_provider(TracerProvider())
FastAPIInstrumentor.instrument_app(app)
HTTPXClientInstrumentor().instrument()`,
  flask: `trace.set_tracer_provider(TracerProvider())
FlaskInstrumentor().instrument_app(app)
RequestsInstrumentor().instrument()`,
  django: `trace.set_tracer_provider(TracerProvider())
DjangoInstrumentor().instrument()
RequestsInstrumentor().instrument()`,
  express: `// instrument.ts, loaded by node --import ./instrument.ts
const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] });
sdk.start();`,
  koa: `// instrument.ts, loaded by node --import ./instrument.ts
const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations()] });
sdk.start();`,
};
