// What GitHub Actions shows of a run beside the report asked for: annotations, the job's summary, the step's outputs.
import { appendFile, stat } from 'node:fs/promises';
import { gateResult, openFindings } from '../../reports/gate.ts';
import { jobSummary, renderGithub } from '../../reports/github.ts';
import type { RenderOptions } from '../../reports/render-options.ts';
import type { Report } from '../../reports/report.ts';
import { messageOf } from '../problem.ts';
import type { Terminal } from '../terminal.ts';
import type { Output } from './outputs.ts';

// GitHub drops a step's summary altogether where it is larger.
const summaryBytes = 1024 * 1024;

export interface ActionsRun {
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly terminal: Terminal;
  readonly outputs: readonly Output[];
}

/** A file that can't be written is a warning, because the verdict stands without it. */
export async function tellGithub(report: Report, options: RenderOptions, { environment, terminal, outputs }: ActionsRun): Promise<void> {
  // GitHub reads commands from both streams, and stdout belongs to the report.
  if (!outputs.some(({ format, file }) => format === 'github' && file === undefined))
    terminal.warn(renderGithub(report, options).trimEnd());
  const { GITHUB_STEP_SUMMARY: summary, GITHUB_OUTPUT: values } = environment;
  try {
    if (summary !== undefined && summary !== '')
      await appendFile(summary, jobSummary(report, options, summaryBytes - (await sizeOf(summary))));
    if (values !== undefined && values !== '') await appendFile(values, stepOutputs(report, outputs));
  } catch (thrown) {
    terminal.warn(`launchgate: GitHub is not told all: ${messageOf(thrown)}`);
  }
}

const sizeOf = async (file: string): Promise<number> => (await stat(file).catch(() => undefined))?.size ?? 0;

function stepOutputs(report: Report, outputs: readonly Output[]): string {
  const count = (verdict: string) => report.results.filter((result) => result.verdict === verdict).length;
  const path = outputs.find(({ file }) => file !== undefined)?.file;
  return [
    `result=${gateResult(report)}`,
    `tier-reached=${report.tierReached ?? 'none'}`,
    `failing=${count('fail')}`,
    `inconclusive=${count('inconclusive')}`,
    `new-findings=${report.results.filter(({ verdict }) => verdict === 'fail').flatMap(openFindings).length}`,
    ...(path === undefined || /[\r\n]/.test(path) ? [] : [`report-path=${path}`]),
    '',
  ].join('\n');
}
