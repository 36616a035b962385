export { corsMaxAgeSeconds, webOrigin } from './origins.ts';
export { weekTitle } from './titles.ts';
