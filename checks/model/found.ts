// A part of evidence that may be missing by itself, with the reason.
export type Found<T> = { readonly found: T } | { readonly missing: string };
