// Whose turn it is, by weight: the shares come out exact, evenly mixed, and the same in every run.

/** Answers with one of the items each time it is called. */
export function inTurnByWeight<T extends { readonly weight: number }>(items: readonly T[]): () => T {
  const total = items.reduce((sum, { weight }) => sum + weight, 0);
  const credits = items.map(() => 0);
  return () => {
    let best = 0;
    for (const [index, { weight }] of items.entries()) {
      credits[index] = (credits[index] ?? 0) + weight;
      if ((credits[index] ?? 0) > (credits[best] ?? 0)) best = index;
    }
    credits[best] = (credits[best] ?? 0) - total;
    const chosen = items[best];
    if (chosen === undefined) throw new Error('nothing to choose from');
    return chosen;
  };
}
