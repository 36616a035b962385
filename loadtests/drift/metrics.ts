// The target's own metrics, as Prometheus reads them: what it says of its memory and its event loop.

export interface TargetMetrics {
  readonly memoryBytes?: number;
  readonly heapBytes?: number;
  readonly loopDelayMs?: number;
}

const names = {
  memoryBytes: [['process_resident_memory_bytes', 1]],
  heapBytes: [
    ['nodejs_heap_size_used_bytes', 1],
    ['go_memstats_heap_inuse_bytes', 1],
    ['jvm_memory_used_bytes', 1],
  ],
  loopDelayMs: [
    ['nodejs_eventloop_lag_p99_seconds', 1000],
    ['nodejs_eventloop_lag_seconds', 1000],
  ],
} as const;

/** What is said there; empty where the text is no exposition or says none of it. */
export function readMetrics(text: string): TargetMetrics {
  const values = new Map<string, number>();
  for (const line of text.split('\n')) {
    const [, name, value] = /^([A-Za-z_:][\w:]*)(?:\{[^}]*\})?[ \t]+(\S+)/.exec(line) ?? [];
    if (name === undefined || !Number.isFinite(Number(value))) continue;
    // Several series of one name, of a heap's parts, are its sum.
    values.set(name, (values.get(name) ?? 0) + Number(value));
  }
  const first = (candidates: readonly (readonly [string, number])[]) => {
    const found = candidates.find(([name]) => values.has(name));
    return found === undefined ? undefined : (values.get(found[0]) ?? 0) * found[1];
  };
  const [memoryBytes, heapBytes, loopDelayMs] = [first(names.memoryBytes), first(names.heapBytes), first(names.loopDelayMs)];
  return {
    ...(memoryBytes !== undefined && { memoryBytes }),
    ...(heapBytes !== undefined && { heapBytes }),
    ...(loopDelayMs !== undefined && { loopDelayMs }),
  };
}
