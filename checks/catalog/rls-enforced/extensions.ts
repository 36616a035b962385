// Extensions whose functions lie where clients call them: those that reach other hosts serve anybody as a way in.
import type { Catalogue } from '../../model.ts';
import { type Fault, platformSchemas } from './words.ts';

/** By the names of their functions; the server opens a connection to wherever the caller says. */
const reaching: Readonly<Record<string, RegExp>> = {
  dblink: /^dblink(?:_connect|_exec|_open|_send_query)?$/,
  http: /^http(?:_(?:get|post|put|patch|delete|head))?$/,
};

export function extensionFaults({ extensions, functions, exposedSchemas }: Catalogue): readonly Fault[] {
  return extensions.flatMap(({ name, schema }): readonly Fault[] => {
    const pattern = reaching[name];
    if (pattern === undefined || !exposedSchemas.includes(schema) || platformSchemas.has(schema)) return [];
    const callable = functions.filter((each) => each.ofExtension && each.schema === schema && pattern.test(each.name));
    const who = [...new Set(callable.flatMap(({ callableBy }) => callableBy))].toSorted();
    const first = callable.find(({ callableBy }) => callableBy.length > 0);
    if (first === undefined) return [];
    const message = `extension ${name} lies in ${schema}: ${who.join(' and ')} may call ${schema}.${first.name}, by which the server connects to any host`;
    return [{ object: `extension ${name}`, message }];
  });
}
