// What `launchgate load … --help` explains beyond its flags.
import type { Command } from 'commander';

const exitCodes = (one: string) => `
Exit codes: 0 ${one.split('|')[0]}; 1 ${one.split('|')[1]}; 2 could not run: wrong
scenario, threshold or flag, nothing answers, a machine that is not yours;
130, 143 stopped: what was measured until then is written, marked PARTIAL.`;

export const runHelp = `
Journeys start at the scenario's rate whatever the answers do, and every request
is timed from when it was due: a pause of the target is in the figures, as it is
in its users' evening. Warm-up and cool-down are in no figure.

Thresholds are k6's: "http_req_duration{name:plans}: p(95)<300", "p(99)<800",
"http_req_failed: rate<0.01", "http_reqs: count>1000", abortOnFail in the file.
All of it is read and checked before the first request. Too few samples, a rate
limiter, a busy generator: then the verdict is inconclusive, and says why.
How late requests were sent and answers noticed is measured as well: INEXACT says
which percentiles it may have moved by more than 1 ms and 2 %. --precise never
sleeps while something is due or awaited, at the price of a processor, and stops
doing so where others want it.
${exitCodes('every threshold held|one broke or could not be judged')}

Examples:
  launchgate load run                              # launchgate.load.yaml
  launchgate load run day.yaml --env-file .env -f html=load.html -f junit=load.xml
  launchgate load run day.yaml --result now.json --hdr now.hlog --compare base.json
  launchgate load run http://127.0.0.1:8000/healthz --rate 200 --duration 30s \\
    --threshold "http_req_duration: p(99)<50"`;

export const searchHelp = `
Steps of growing rate, each with its own warm-up, until a threshold breaks; then
halves the distance between the last that held and the first that broke.
${exitCodes('a rate held|none did')}

Examples:
  launchgate load search day.yaml --from 20 --to 500 --step 20s
  launchgate load search http://127.0.0.1:8000/healthz --threshold "http_req_duration: p(99)<50"`;

export const compareHelp = `
Worse is what grew by more than both gates, and by more than chance and the
generators' own delay can explain. Different scenarios or loads are not compared.
${exitCodes('nothing is worse|something is')}

Example:
  launchgate load compare base.json now.json --max-relative 0.1 --max-absolute 5ms`;

export const exportHelp = `
The same steps, users, feeds, turns, rates and thresholds, for an engine that
runs on a cluster; figures of the warm-up are left out there as well. Secrets
stay out: the script reads variables, which are named on stderr; so is what k6
can't be told by a script (an authority, HTTP/1.1), and what does it instead.
--test-run writes what the k6 operator runs: a ConfigMap and a TestRun.

Examples:
  launchgate load export day.yaml --to k6 -o day.js
  k6 run --summary-export=summary.json day.js
  launchgate load import summary.json --scenario day.yaml -f html=load.html
  launchgate load export day.yaml --to k6 --test-run day-run.yaml --parallelism 4`;

export const importHelp = `
Takes what k6 wrote with --summary-export (or the data of handleSummary) after it
ran a script of \`launchgate load export\`, holds it to the scenario's thresholds
and reports it as a run of our own. k6 times a request from when it was sent:
where it dropped more than 1 % of the journeys that were due, nothing passes.
Of several processes that shared the work (pods of a TestRun), give every summary,
or the log of all pods. Counts, shares, averages and extremes add up; of a
percentile it is known to lie between the pods' own: it holds where it holds in
each, is broken where it is in each, and is left open in between.
${exitCodes('every threshold held|one broke or could not be judged')}`;

export const modelHelp = `
For load on a service that asks a language model: start it, and the service with
the OPENAI_BASE_URL that it prints. Responses, chat completions (streamed too)
and embeddings; JSON that fits the schema asked for. Ctrl-C ends it.

Example:
  launchgate load model --latency 300ms..2s`;

/** The text below the flags; of the flags above only those of the program itself, since those of \`load <url>\` mean nothing here. */
export function explain(command: Command, text: string): void {
  command.configureHelp({
    showGlobalOptions: true,
    visibleGlobalOptions: () => [...(command.parent?.parent?.options ?? [])].filter(({ long }) => long !== '--version'),
  });
  command.addHelpText('after', text);
}
