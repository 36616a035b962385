// The vocabulary of the whole tool: types only. It may import nothing but its own parts.
export type * from './model/boot.ts';
export type * from './model/code.ts';
export type * from './model/environment.ts';
export type * from './model/http.ts';
export type * from './model/load.ts';
export type * from './model/place.ts';
export type * from './model/source.ts';
export type * from './model/verdict.ts';
