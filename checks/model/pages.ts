// Routes that answer with pages, files and forms for people at a browser: what asks for them comes with them, and is no client of an API.
import type { CodeFunction, Route, Unit } from '../model.ts';
import { lastName } from './nodes.ts';

/** `return current_app.send_static_file(…)`, `send_from_directory(folder, path)`: pages and what they load, no answers of an API. */
export const isFile = (unit: Unit, { handler, method }: Route): boolean =>
  method === 'GET' &&
  handler !== undefined &&
  handler.path.endsWith('.py') &&
  unit
    .callsFrom(handler)
    .some(
      ({ node: { callee }, symbols, inFunction }) =>
        inFunction?.node === handler.node &&
        (symbols.includes('py:flask.send_from_directory') || (callee.kind === 'member' && callee.name === 'send_static_file')),
    );

const rendering =
  /^py:(?:flask\.(?:templating\.)?render_template|flask\.redirect|django\.shortcuts\.(?:render|redirect)|quart\.(?:render_template|redirect)|(?:starlette|fastapi)\.responses\.(?:RedirectResponse|HTMLResponse))$|^py:(?:starlette|fastapi)\.templating\.Jinja2Templates\(\)\.TemplateResponse$/;
const answering = /^py:(?:flask\.(?:json\.)?jsonify|django\.http\.JsonResponse|rest_framework\.response\.Response)$|\.JSONResponse$/;

/** A page of HTML and the forms that stand on it: what asks for them comes with them. */
export const isPage = (unit: Unit, { handler }: Route): boolean => {
  if (handler === undefined) return false;
  if (!handler.path.endsWith('.py')) return isPageOfNode(unit, handler);
  const symbols = unit.callsFrom(handler).flatMap((call) => (call.inFunction?.node === handler.node ? call.symbols : []));
  return symbols.some((symbol) => rendering.test(symbol)) && !symbols.some((symbol) => answering.test(symbol));
};

/** `res.render('signup', …)`, `ctx.redirect('/')`, `res.sendFile('index.html')`, and nothing that an API would answer. */
function isPageOfNode(unit: Unit, code: CodeFunction): boolean {
  const { node, path } = code;
  const names = unit
    .callsFrom(code)
    .filter(({ place }) => place.path === path && node.line <= place.line && place.line <= node.endLine)
    .map((call) => lastName(call.node.callee));
  return names.some((name) => name !== undefined && /^(?:render|redirect|sendFile)$/.test(name)) && !names.includes('json');
}
