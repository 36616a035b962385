// Puts every check to the evidence, and answers in one place where evidence is missing or a judge throws.
import { inconclusive } from './answer.ts';
import { answerTo, type Shown } from './ask-unit.ts';
import { disagreement, joinFindings } from './join.ts';
import type { Answer, Check, Evidence, EvidenceKind, Gathered, Verdict } from './model.ts';

/** Evidence of a run. `http` is asked for per check, because a judge sees only its own probes. */
export interface GatheredEvidence {
  readonly code: Gathered<Evidence['code']>;
  readonly environment: Gathered<Evidence['environment']>;
  readonly boot: Gathered<Evidence['boot']>;
  readonly load: Gathered<Evidence['load']>;
  readonly migrations: Gathered<Evidence['migrations']>;
  readonly database: Gathered<Evidence['database']>;
  readonly backup: Gathered<Evidence['backup']>;
  readonly http: (check: Check) => Gathered<Evidence['http']>;
  /** What each service showed, where they were asked one by one. */
  readonly shown?: readonly Shown[];
  /** What the code judge of a check answered to the same source before. */
  readonly answered?: (check: Check) => Answer | undefined;
}
export interface WitnessAnswer {
  readonly evidence: EvidenceKind;
  readonly answer: Answer;
  /** False where the run was not told to look there: it is reported, and does not decide the verdict. */
  readonly looked: boolean;
}
export interface CheckResult {
  readonly check: Check;
  readonly verdict: Verdict;
  readonly because?: string;
  readonly answers: readonly WitnessAnswer[];
}

export function audit(checks: readonly Check[], evidence: GatheredEvidence): readonly CheckResult[] {
  return checks.map((check) => judge(check, evidence));
}

function judge(check: Check, evidence: GatheredEvidence): CheckResult {
  const { judge: judges } = check;
  const answers: WitnessAnswer[] = [];
  if (judges.code) answers.push(ofCode(check, judges.code, evidence));
  if (judges.environment) answers.push(ask('environment', evidence.environment, judges.environment));
  if (judges.boot) answers.push(ask('boot', evidence.boot, judges.boot));
  if (judges.http) answers.push(ask('http', evidence.http(check), judges.http));
  if (judges.load) answers.push(ask('load', evidence.load, judges.load));
  if (judges.migrations) answers.push(ask('migrations', evidence.migrations, judges.migrations));
  if (judges.database) answers.push(ask('database', evidence.database, judges.database));
  if (judges.backup) answers.push(ask('backup', evidence.backup, judges.backup));
  return { check, answers: joinFindings(answers, evidence.code), ...joined(answers, check.sameQuestion ?? []) };
}

/** What an answer begins with where the judge threw. */
export const judgeBroke = 'this judge broke';

function ofCode(check: Check, judgeIt: (found: Evidence['code']) => Answer, { code, answered, shown }: GatheredEvidence): WitnessAnswer {
  const before = answered?.(check);
  return before === undefined
    ? withBlindSpots(
        ask('code', code, (found) => (shown && answerTo(check, shown, found)) ?? judgeIt(found)),
        check,
        code,
      )
    : { evidence: 'code', answer: before, looked: true };
}

function ask<T>(kind: EvidenceKind, gathered: Gathered<T>, judgeIt: (found: T) => Answer): WitnessAnswer {
  if ('missing' in gathered) {
    return { evidence: kind, answer: inconclusive(gathered.missing), looked: gathered.notAsked !== true };
  }
  try {
    return { evidence: kind, answer: judgeIt(gathered.found), looked: true };
  } catch (error) {
    const reason = error instanceof Error ? error.message : 'unknown error';
    return { evidence: kind, answer: inconclusive(`${judgeBroke}: ${reason}`), looked: true };
  }
}

/** Neither "it is fine" nor "there is nothing of the kind" holds where a file that mentions what the check is about could not be read. */
function withBlindSpots(witness: WitnessAnswer, check: Check, code: GatheredEvidence['code']): WitnessAnswer {
  const { answer } = witness;
  if (answer.verdict === 'fail' || answer.verdict === 'inconclusive' || 'missing' in code) return witness;
  const words = (check.mentions ?? []).map((word) => word.toLowerCase());
  const { blindSpots } = code.found.coverage;
  const unread = blindSpots.filter((spot) => spot.because !== undefined || words.some((word) => spot.words.includes(word)));
  const [first, ...others] = unread;
  if (first === undefined) return witness;
  const more = others.length === 0 ? '' : ` and ${others.length} more`;
  const readSays = 'because' in answer ? answer.because : 'what was read is fine';
  return { ...witness, answer: inconclusive(`${readSays}, but ${first.path}${more} ${first.because ?? 'could not be read'}`) };
}

// A found problem fails even when another witness is content; what could not be looked at must not pass.
const order: readonly Verdict[] = ['fail', 'inconclusive', 'pass', 'not-applicable'];

function joined(answers: readonly WitnessAnswer[], sameQuestion: readonly EvidenceKind[]): { verdict: Verdict; because?: string } {
  const asked = answers.filter((answer) => answer.looked);
  const isSame = ({ evidence }: WitnessAnswer): boolean => sameQuestion.includes(evidence);
  const answered = asked.some((each) => isSame(each) && (each.answer.verdict === 'pass' || each.answer.verdict === 'fail'));
  const looked = asked.filter((each) => !(answered && isSame(each) && each.answer.verdict === 'inconclusive'));
  if (looked.length === 0) {
    return { verdict: 'inconclusive', because: reasons(answers) };
  }
  const verdict = order.find((each) => looked.some(({ answer }) => answer.verdict === each)) ?? 'inconclusive';
  const contradicted = disagreement(answers);
  if (verdict === 'fail' && contradicted !== undefined) return { verdict, because: contradicted };
  if (verdict === 'pass' || verdict === 'fail') return { verdict };
  return { verdict, because: reasons(looked.filter(({ answer }) => answer.verdict === verdict)) };
}

function reasons(answers: readonly WitnessAnswer[]): string {
  const all = answers.flatMap(({ answer }) => ('because' in answer ? [answer.because] : []));
  return [...new Set(all)].join('; ');
}
