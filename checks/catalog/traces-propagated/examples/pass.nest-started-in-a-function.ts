import { startTracing } from './tracing';

async function bootstrap() {
  startTracing();
  const { NestFactory } = await import('@nestjs/core');
  const { AppModule } = await import('./app.module');
  const app = await NestFactory.create(AppModule);
  await app.listen(3000);
}
void bootstrap();
// file: tracing.ts
import { getNodeAutoInstrumentations } from '@opentelemetry/auto-instrumentations-node';
import { NodeSDK } from '@opentelemetry/sdk-node';

export function startTracing() {
  const sdk = new NodeSDK({ instrumentations: [getNodeAutoInstrumentations({ '@opentelemetry/instrumentation-fs': { enabled: false } })] });
  sdk.start();
}
// file: app.module.ts
import { Controller, Get, Module } from '@nestjs/common';

@Controller('v1/weather')
class Weather {
  @Get()
  async now() {
    return (await fetch('https://api.example.com/weather', { signal: AbortSignal.timeout(2000) })).json();
  }
}

@Module({ controllers: [Weather] })
export class AppModule {}
