// Loaded into each contestant's process, as plain JavaScript so that it costs nothing: tells at its end what it used, in one line of JSON, to the file that the bench names.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
  const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
  const place = process.env.BENCH_USAGE;
  if (place !== undefined)
    writeFileSync(place, JSON.stringify({ userMs: userCPUTime / 1000, systemMs: systemCPUTime / 1000, rssMb: maxRSS / 1024 }));
});
