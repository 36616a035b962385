// The vocabulary of the whole tool: types only. It may import nothing but its own parts.
export type * from './model/access.ts';
export type * from './model/backup.ts';
export type * from './model/boot.ts';
export type * from './model/catalogue.ts';
export type * from './model/code.ts';
export type * from './model/containers.ts';
export type * from './model/database.ts';
export type * from './model/environment.ts';
export type * from './model/found.ts';
export type * from './model/http.ts';
export type * from './model/idioms.ts';
export type * from './model/load.ts';
export type * from './model/migrations.ts';
export type * from './model/place.ts';
export type * from './model/source.ts';
export type * from './model/unique.ts';
export type * from './model/verdict.ts';
