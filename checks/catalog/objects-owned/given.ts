// What a framework hands to the parameters of a handler, a middleware or a dependency.

import { lastName } from '../../model/nodes.ts';
import type { CodeFunction, Parameter, Unit } from '../../model.ts';
import { type Labels, labels, none, union } from './labels.ts';
import { namesAuthentication, namesHandle, namesId, namesToken, namesWho } from './words.ts';

/** Runs what is injected and gives what it hands over. */
export type Inject = (code: CodeFunction) => Labels;

export function parametersOf(unit: Unit, code: CodeFunction, path: string, framework: string, inject: Inject): readonly Labels[] {
  const decorated = code.node.parameters.some(({ decorators = [] }) => decorators.length > 0);
  return code.node.parameters.map((parameter, index) => {
    if (code.name === 'canActivate') return index === 0 ? labels('request') : none;
    if (decorated || framework === 'nest') return ofDecorated(parameter);
    if (isScript(code.path)) return ofScript(parameter, index);
    return isOfAddress(parameter, framework) ? labels('input') : ofPython(unit, parameter, path, inject);
  });
}

/** `def post(self, request, *args, **kwargs)`: what the address names, for a view of Django. */
const isOfAddress = ({ pattern, rest }: Parameter, framework: string): boolean =>
  framework === 'django' && rest !== undefined && pattern.kind === 'bind' && pattern.name === 'kwargs';

const isScript = (path: string): boolean => !path.endsWith('.py');

/** A request first, then a response or a context with params. */
function ofScript({ pattern }: Parameter, index: number): Labels {
  if (pattern.kind === 'object-pattern') return index === 0 ? labels('request') : labels('request');
  if (pattern.kind !== 'bind') return none;
  return index <= 1 && !/^_?(?:next|done|cb|callback)$/.test(pattern.name) ? labels('request') : none;
}

/** Nest and its kin: `@Param('id') id`, `@Body() body`, `@CurrentUser() user`. */
function ofDecorated({ pattern, decorators = [] }: Parameter): Labels {
  const own = pattern.kind === 'bind' ? pattern.name : '';
  return union(
    ...decorators.map((decorator) => {
      const name = lastName(decorator.kind === 'call' ? decorator.callee : decorator) ?? '';
      const first = decorator.kind === 'call' ? decorator.args[0]?.value : undefined;
      const field = first?.kind === 'string' ? first.value : undefined;
      if (/^(?:\w*Param|Params)$/.test(name) || (/^(?:Body|Query)$/.test(name) && field !== undefined))
        return field === undefined
          ? labels('input')
          : namesId(field) || namesId(own) || namesHandle(field)
            ? labels(`id:${field}`)
            : labels('input');
      if (/^(?:Body|Query|QueryParams|Args)$/.test(name)) return labels('input');
      if (/^(?:Req|Request|Ctx|Context|Res|Response)$/.test(name)) return labels('request');
      if (/^(?:Headers?|HeaderParam|CookieParam|Cookies)$/.test(name)) return labels('token');
      return /user|auth|session|claims|jwt|principal|identity|account|viewer|actor/i.test(name) ? labels('who') : none;
    }),
  );
}

function ofPython(unit: Unit, { pattern, annotation, fallback }: Parameter, path: string, inject: Inject): Labels {
  if (pattern.kind !== 'bind') return none;
  const { name } = pattern;
  const depended = [annotation, fallback].flatMap((each) => (each ? unit.injects(each) : []));
  if (depended.length > 0) {
    const made = union(...depended.flatMap((each) => unit.functionsIn(each).map(inject)));
    const says = [name, ...depended.map((each) => lastName(each.kind === 'call' ? each.callee : each) ?? '')];
    return says.some((each) => namesWho(each) || namesAuthentication(each)) ? union(made, labels('who')) : made;
  }
  // `user: CurrentUser`, a name for what is injected.
  if (
    annotation &&
    /^(?:Current|Auth|Authenticated|Verified|SignedIn)\w*(?:User|Account|Id|Claims|Principal|Member)\w*$/.test(lastName(annotation) ?? '')
  )
    return labels('who');
  const types = annotation ? unit.symbols(annotation) : [];
  if (name === 'request' && (annotation === undefined || types.some((type) => /\.(?:Request|HttpRequest|WebSocket)$/.test(type))))
    return labels('request');
  if (types.some((type) => /\.(?:Request|HttpRequest|WebSocket)$/.test(type))) return labels('request');
  if (/^(?:self|cls|response|background_tasks)$/.test(name)) return none;
  if (namesToken(name) && !(namesId(name) && path.includes(`:${name}`))) return labels('token');
  if (namesId(name) || namesHandle(name)) return labels(`id:${name}`);
  return path.includes(`:${name}`) || annotation !== undefined ? labels('input') : none;
}
