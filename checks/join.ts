// Brings together what source and running service show of the same fault: each finding carries the other's place, and a disagreement is named.
import type { Answer, CodeEvidence, CodeFunction, EvidenceKind, Finding, Gathered, Place } from './model.ts';

interface Witness {
  readonly evidence: EvidenceKind;
  readonly answer: Answer;
  readonly looked: boolean;
}
type Failing = Extract<Answer, { findings: unknown }>;

const live: ReadonlySet<EvidenceKind> = new Set<EvidenceKind>(['http', 'boot']);
/** More places than this explain nothing. */
const mostPlaces = 3;

/** The same answers, the findings of source and running service tied to each other where both fail. */
export function joinFindings<W extends Witness>(answers: readonly W[], code: Gathered<CodeEvidence>): readonly W[] {
  const source = answers.find((each) => each.evidence === 'code' && isFail(each.answer))?.answer;
  const running = answers.filter(({ evidence, answer }) => live.has(evidence) && isFail(answer));
  if (source === undefined || !isFail(source) || running.length === 0) return answers;
  const routes = routesOf(code);
  const seen = running.flatMap(({ answer }) => (isFail(answer) ? answer.findings : []));
  return answers.map((witness) => {
    const { answer, evidence } = witness;
    if (!isFail(answer)) return witness;
    if (evidence === 'code') return { ...witness, answer: tied(answer, (finding) => shownBy(finding, source.findings, seen, routes)) };
    if (!live.has(evidence)) return witness;
    return { ...witness, answer: tied(answer, (finding) => explainedBy(finding, source.findings, routes)) };
  });
}

/** In one sentence, where source and running service contradict each other; the fault stands either way. */
export function disagreement(answers: readonly Witness[]): string | undefined {
  const said = answers.filter(({ looked, evidence }) => looked && (evidence === 'code' || live.has(evidence)));
  const source = said.find(({ evidence }) => evidence === 'code')?.answer.verdict;
  const running = said.filter(({ evidence }) => evidence !== 'code').map(({ answer }) => answer.verdict);
  if (source === 'fail' && running.includes('pass') && !running.includes('fail')) {
    return 'the source shows it and the running service answered well: that may not show it, be other code or set differently, or stand behind something that helps';
  }
  if (source === 'pass' && running.includes('fail')) {
    return 'the running service shows it and its source looks right: that may not show it, or what runs is other code, set differently, or behind something that harms';
  }
  return undefined;
}

const isFail = (answer: Answer): answer is Failing => answer.verdict === 'fail';

function tied(answer: Failing, placesFor: (finding: Finding) => readonly Place[]): Failing {
  const [first, ...more] = answer.findings;
  const tie = (finding: Finding): Finding => {
    const known = new Set([finding.place, ...(finding.related ?? [])].map((place) => JSON.stringify(place)));
    const added = placesFor(finding).filter((place) => !known.has(JSON.stringify(place)));
    return added.length === 0 ? finding : { ...finding, related: [...(finding.related ?? []), ...added] };
  };
  return { ...answer, findings: [tie(first), ...more.map(tie)] };
}

/** Places in the source that explain what was seen: in the handler of the route asked, else all where they are few. */
function explainedBy({ place }: Finding, source: readonly Finding[], routes: readonly RouteOf[]): readonly Place[] {
  const places = source.map((finding) => finding.place);
  if (place.kind === 'request') {
    const handler = handlerOf(place, routes);
    const inside = handler === undefined ? [] : places.filter((each) => stands(each, handler));
    if (inside.length > 0) return inside.slice(0, mostPlaces);
    return places.length <= mostPlaces ? places : [];
  }
  return places.length === 1 ? places : [];
}

/** The first of what was seen that this place in the source explains. */
function shownBy(finding: Finding, source: readonly Finding[], seen: readonly Finding[], routes: readonly RouteOf[]): readonly Place[] {
  const here = JSON.stringify(finding.place);
  const shown = seen.find((each) => explainedBy(each, source, routes).some((place) => JSON.stringify(place) === here));
  return shown === undefined ? [] : [shown.place];
}

interface RouteOf {
  readonly method: string;
  readonly path: RegExp;
  readonly handler: CodeFunction;
}

function routesOf(code: Gathered<CodeEvidence>): readonly RouteOf[] {
  if (!('found' in code)) return [];
  return code.found.units.flatMap((unit) =>
    unit.routes.flatMap(({ method, path, handler }) =>
      handler === undefined || path.includes('?') ? [] : [{ method, path: patternOf(path), handler }],
    ),
  );
}

function patternOf(path: string): RegExp {
  const parts = path.replace(/\/+$/, '').split('/');
  const pattern = parts.map((part) => (/^[:{<*]/.test(part) ? '[^/]+' : part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))).join('/');
  return new RegExp(`(?:^|/)${pattern.replace(/^\//, '')}/?$`);
}

function handlerOf({ method, url }: Extract<Place, { kind: 'request' }>, routes: readonly RouteOf[]): CodeFunction | undefined {
  const path = /^[a-z]+:\/\/[^/]+([^?#]*)/i.exec(url)?.[1] ?? '';
  return routes.find((route) => (route.method === method || route.method === '*') && path !== '' && path !== '/' && route.path.test(path))
    ?.handler;
}

function stands(place: Place, { path, node }: CodeFunction): boolean {
  return place.kind === 'file' && place.path === path && place.line >= node.line && place.line <= node.endLine;
}
