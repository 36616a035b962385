// Routes whose handlers call a language model, as far as the code shows it.
import type { Unit } from '../../../checks/model.ts';

const modelCall =
  /(?:chat\.completions|completions|responses)\.(?:create|parse|stream|with_raw_response\.create)$|\.generateContent$|(?:npm:ai|npm:@ai-sdk\/[^.]+)\.(?:generateText|streamText|generateObject)$/;
const patterns = [
  '*.completions.create',
  '*.completions.parse',
  '*.completions.stream',
  '*.responses.create',
  '*.responses.parse',
  '*.responses.stream',
  'npm:ai.generateText',
  'npm:ai.streamText',
  'npm:ai.generateObject',
];

export interface ModelRoutes {
  readonly routes: readonly { readonly method: string; readonly path: string }[];
  /** Whether it is called anywhere, from a route or not. */
  readonly callsModel: boolean;
}

export function modelRoutes(units: readonly Unit[]): ModelRoutes {
  const callsModel = units.some((unit) => unit.calls(...patterns).length > 0);
  if (!callsModel) return { routes: [], callsModel };
  const routes = units.flatMap((unit) =>
    unit.routes.filter(
      ({ handler, path, method }) =>
        handler !== undefined &&
        method !== '*' &&
        !/[?:{<*]/.test(path) &&
        unit.callsFrom(handler).some(({ symbols }) => symbols.some((symbol) => modelCall.test(symbol))),
    ),
  );
  return { routes: routes.map(({ method, path }) => ({ method, path })), callsModel };
}
