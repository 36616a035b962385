// file: src/graphql.options.ts
import { Injectable } from '@nestjs/common';
import type { GqlModuleOptions, GqlOptionsFactory } from '@nestjs/graphql';

@Injectable()
export class GraphqlOptions implements GqlOptionsFactory {
  createGqlOptions(): GqlModuleOptions {
    return {
      autoSchemaFile: true,
      cors: {
        origin: true, // <- finding
        credentials: true,
      },
    };
  }
}
// file: src/app.module.ts
import { Module } from '@nestjs/common';
import { GraphQLModule } from '@nestjs/graphql';
import { GraphqlOptions } from './graphql.options.ts';

@Module({ imports: [GraphQLModule.forRootAsync({ useClass: GraphqlOptions })] })
export class AppModule {}
// file: src/main.ts
import { NestFactory } from '@nestjs/core';
import { AppModule } from './app.module.ts';

const app = await NestFactory.create(AppModule);
await app.listen(3000);
