// What reads bodies in Node, where each takes its limit, and what holds without one.
import type { SymbolPattern } from '../../model.ts';

export interface Parser {
  readonly name: string;
  readonly makers: readonly SymbolPattern[];
  /** Options that hold the limit; `a.b` is an entry of an option. */
  readonly limits: readonly string[];
  /** The limit it has by itself; absent where it takes everything. */
  readonly byDefault?: string;
  /** What it takes without a limit, in words that follow its name. */
  readonly without?: string;
  /** Only where this option is on does it read what the limit is for. */
  readonly onlyWith?: string;
  /** It parses in memory at one go, so that a large limit is none. */
  readonly parses?: true;
  /** It reads any stream: only a request's counts. */
  readonly ofRequests?: true;
}

const named = (module: string, names: readonly string[]): readonly string[] => names.map((name) => `npm:${module}.${name}`);
const anySize = 'takes bodies of any size';
const anyFile = 'takes files of any size';

export const parsers: readonly Parser[] = [
  { name: 'express.json', makers: ['npm:express.json'], limits: ['limit'], byDefault: '100 kB', parses: true },
  { name: 'express.urlencoded', makers: ['npm:express.urlencoded'], limits: ['limit'], byDefault: '100 kB', parses: true },
  { name: 'a body parser of Express', makers: named('express', ['text', 'raw']), limits: ['limit'], byDefault: '100 kB' },
  {
    name: 'body-parser',
    makers: ['npm:body-parser', ...named('body-parser', ['json', 'urlencoded'])],
    limits: ['limit'],
    byDefault: '100 kB',
    parses: true,
  },
  { name: 'body-parser', makers: named('body-parser', ['text', 'raw']), limits: ['limit'], byDefault: '100 kB' },
  {
    name: 'the body parser of Koa',
    makers: ['npm:koa-bodyparser', 'npm:@koa/bodyparser', 'npm:@koa/bodyparser.bodyParser'],
    limits: ['jsonLimit', 'formLimit', 'textLimit'],
    byDefault: '1 MB',
    parses: true,
  },
  {
    name: 'koa-body',
    makers: ['npm:koa-body', 'npm:koa-body.koaBody'],
    limits: ['jsonLimit', 'formLimit', 'textLimit'],
    byDefault: '1 MB',
    parses: true,
  },
  {
    name: 'koa-body',
    makers: ['npm:koa-body', 'npm:koa-body.koaBody'],
    limits: ['formidable.maxFileSize', 'formidable.maxTotalFileSize'],
    onlyWith: 'multipart',
    without: 'takes files of up to 200 MB each',
  },
  {
    name: 'multer',
    makers: ['npm:multer', 'npm:@koa/multer', 'npm:koa-multer', 'npm:fastify-multer', 'npm:fastify-multer.default'],
    limits: ['limits.fileSize'],
    without: anyFile,
  },
  {
    name: 'an interceptor for files',
    makers: named('@nestjs/platform-express', ['FileInterceptor', 'FilesInterceptor', 'FileFieldsInterceptor', 'AnyFilesInterceptor']),
    limits: ['limits.fileSize'],
    without: anyFile,
  },
  {
    name: 'an interceptor for files',
    makers: ['@nest-lab/fastify-multer', '@webundsoehne/nest-fastify-file-upload'].flatMap((each) =>
      named(each, ['FileInterceptor', 'FilesInterceptor', 'FileFieldsInterceptor', 'AnyFilesInterceptor']),
    ),
    limits: ['limits.fileSize'],
    without: anyFile,
  },
  { name: 'express-fileupload', makers: ['npm:express-fileupload'], limits: ['limits.fileSize'], without: anyFile },
  { name: 'busboy', makers: ['npm:busboy', 'npm:@fastify/busboy', 'npm:koa-busboy'], limits: ['limits.fileSize'], without: anyFile },
  {
    name: 'formidable',
    makers: ['npm:formidable', 'npm:formidable.formidable', 'npm:formidable.IncomingForm'],
    limits: ['maxFileSize', 'maxTotalFileSize'],
    without: 'takes files of up to 200 MB each',
  },
  {
    name: 'graphql-upload',
    makers: ['npm:graphql-upload.graphqlUploadExpress', 'npm:graphql-upload.graphqlUploadKoa'],
    limits: ['maxFileSize'],
    without: anyFile,
  },
  {
    name: 'Fastify',
    makers: ['npm:fastify', 'npm:fastify.fastify', 'npm:fastify.Fastify'],
    limits: ['bodyLimit'],
    byDefault: '1 MiB',
    parses: true,
  },
  { name: 'raw-body', makers: ['npm:raw-body'], limits: ['limit'], without: anySize, ofRequests: true },
  { name: 'co-body', makers: ['npm:co-body', ...named('co-body', ['json', 'form', 'text'])], limits: ['limit'], byDefault: '1 MB' },
  { name: 'micro', makers: named('micro', ['json', 'text', 'buffer']), limits: ['limit'], byDefault: '1 MB' },
  {
    name: 'a stream consumer',
    makers: ['json', 'text', 'buffer', 'arrayBuffer'].map((name) => `node:stream/consumers.${name}`),
    limits: [],
    without: anySize,
    ofRequests: true,
  },
];
