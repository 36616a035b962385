// Watches the generator and the machine it runs on while it measures.
import { cpus } from 'node:os';
import { setTimeout } from 'node:timers/promises';

export interface MachineSeen {
  /** Of one processor, by this process, but for looking on. */
  readonly cpuShare: number;
  /** Of all processors, by every process, but for this one's looking on. */
  readonly machineBusyShare: number;
  /** The most that the wall clock ran away from the monotonic one between two looks. */
  readonly clockJumpMs: number;
}
export interface MachineWatch {
  /** Compares the clocks; call it now and then. */
  readonly look: () => void;
  /** `lookedOnMs`: processor time that was only spent so that nothing need be waited for. */
  readonly end: (lookedOnMs?: number) => MachineSeen;
}

export function watchMachine(): MachineWatch {
  const startedMs = performance.now();
  const cpuBefore = process.cpuUsage();
  const before = processors();
  let offset = Date.now() - performance.now();
  let clockJumpMs = 0;
  // From look to look: a clock that is set right bit by bit over hours has not jumped.
  const look = () => {
    const now = Date.now() - performance.now();
    clockJumpMs = Math.max(clockJumpMs, Math.abs(now - offset));
    offset = now;
  };
  return {
    look,
    end(lookedOnMs = 0) {
      look();
      const { user, system } = process.cpuUsage(cpuBefore);
      const after = processors();
      const total = after.total - before.total;
      return {
        cpuShare: Math.max(0, (user + system) / 1000 - lookedOnMs) / Math.max(1, performance.now() - startedMs),
        machineBusyShare: total === 0 ? 0 : Math.max(0, 1 - (after.idle - before.idle + lookedOnMs) / total),
        clockJumpMs,
      };
    },
  };
}

/** Of all processors, by every process, in the next `ms` milliseconds, or until it is interrupted. */
export async function busyShareOver(ms: number, signal?: AbortSignal): Promise<number> {
  const before = processors();
  await setTimeout(ms, undefined, signal && { signal }).catch(() => undefined);
  const after = processors();
  return after.total === before.total ? 0 : 1 - (after.idle - before.idle) / (after.total - before.total);
}

function processors(): { readonly idle: number; readonly total: number } {
  let idle = 0;
  let total = 0;
  for (const { times } of cpus()) {
    idle += times.idle;
    total += times.user + times.nice + times.sys + times.irq + times.idle;
  }
  return { idle, total };
}
