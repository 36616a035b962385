// RFC 9457: what an answer of that type must hold.

/** What is wrong with a problem document, in the form of `and …`; none where it is right. */
export function problemFaults(body: string, status: number): readonly string[] {
  const problem = parsed(body);
  if (problem === undefined) return ['its body is no JSON object'];
  const told = problem.get('status');
  const title = problem.get('title');
  return [
    ...(told !== undefined && told !== status ? [`its body says ${String(told)}`] : []),
    ...(typeof title === 'string' && title.trim() !== '' ? [] : ['it has no title']),
    ...['type', 'detail', 'instance'].flatMap((name) => {
      const value = problem.get(name);
      return value === undefined || typeof value === 'string' ? [] : [`its ${name} is no text`];
    }),
  ];
}

function parsed(body: string): ReadonlyMap<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}
