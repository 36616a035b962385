// A place in words.
import type { Place } from '../checks/model.ts';

/** A place in one line, as tools and terminals recognise it. */
export function placeLabel(place: Place): string {
  switch (place.kind) {
    case 'file':
      return `${place.path}:${place.line}:${place.column}`;
    case 'request':
      return `${place.method} ${place.url}`;
    case 'environment':
      return `${place.name} (${place.source})`;
    case 'process':
      return place.what;
    case 'database':
      return `${place.object} (${place.database})`;
  }
}
