// What the health routes said while the database was away.
import { fail, inconclusive, notApplicable, pass } from '../../answer.ts';
import type { Answer, BootEvidence, DatabaseDrill, Finding, HealthReading } from '../../model.ts';

export function judgeBoot({ start, database }: BootEvidence): Answer {
  if (start.kind !== 'listening') return inconclusive('the service did not start, so its database could not be taken away');
  if (database === undefined) return inconclusive('its database was not taken away');
  if ('missing' in database && database.doesNotApply === true) return notApplicable(database.missing);
  if ('missing' in database) return inconclusive(`its database could not be taken away: ${database.missing}`);
  return judge(database.found);
}

function judge(drill: DatabaseDrill): Answer {
  const { variable, whileDead, whileWell, afterwards } = drill;
  const away = `while what ${variable} names was away`;
  const telling = whileDead.filter(tellsInternals);
  const [internals] = telling;
  if (internals !== undefined) return fail(at(internals, `${away} its answer told a driver's error or an address`));
  const [noticed] = whileDead.filter(({ status }) => status === 503);
  if (noticed !== undefined) return judgeNoticed(noticed, away, { whileWell, afterwards });
  const [first] = whileDead;
  if (first === undefined) return inconclusive('no health route is known: name it as routes.health');
  const [degraded] = whileDead.filter(saysUnwell);
  if (degraded !== undefined) return fail(at(degraded, `${away} it named the failure and still answered ${degraded.status}`));
  if (drill.attempts > 0) return fail(at(first, `${away} it answered ${first.status}, and no health route said 503`));
  if (!whileDead.some(namesDependency))
    return fail(at(first, `${away} it answered ${first.status}, and no health route names a dependency`));
  return inconclusive(`the service never tried to reach what ${variable} names, so it may use another database in this environment`);
}

function judgeNoticed(
  noticed: HealthReading,
  away: string,
  { whileWell, afterwards }: Pick<DatabaseDrill, 'whileWell'> & { readonly afterwards: DatabaseDrill['afterwards'] },
): Answer {
  const here = (reading: HealthReading): boolean => reading.request.url === noticed.request.url;
  const before = whileWell.find(here);
  if (before !== undefined && before.status === 503) return inconclusive('its readiness says 503 in its normal environment too');
  const again = afterwards?.find(here);
  if (again !== undefined && again.status === 503)
    return fail(at(noticed, `${away} it said 503, and still did when the database was back`));
  const recovered = again === undefined ? '' : ', and was well again when it was back';
  const named = namesDependency(noticed) ? ', naming the dependency' : '';
  return pass(at(noticed, `${away} it said 503${named}${recovered}`));
}

const at = ({ request }: HealthReading, message: string): Finding => ({ message, place: request });

/** Words of drivers and sockets, which belong in the log. */
function tellsInternals({ body }: HealthReading): boolean {
  return /ECONN|ETIMEDOUT|ENOTFOUND|Traceback|psycopg|asyncpg|sqlalchemy|pymongo|prisma|127\.0\.0\.1:\d+|\[Errno|fetch failed|socket hang up/i.test(
    body,
  );
}

function saysUnwell({ body }: HealthReading): boolean {
  return /"[^"]*"\s*:\s*"(?:fail(?:ed|ing)?|down|error|unhealthy|degraded|disconnected|unavailable)"/i.test(body);
}

/** Whether the body holds more than one overall status: a part of it, named like a dependency. */
function namesDependency({ body }: HealthReading): boolean {
  return /"[^"]*(?:database|db|postgres|mysql|mongo|redis|supabase|datastore|storage|store|llm|openai|queue|cache|checks|dependencies|services|components)[^"]*"\s*:/i.test(
    body,
  );
}
