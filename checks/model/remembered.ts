// What judges work out of a function or a service stands behind route after route: it is worked out once.

/** The same answers, each worked out when it is first asked for. */
export function remembered<K extends object, V>(answer: (about: K) => V): (about: K) => V {
  const known = new WeakMap<K, { readonly value: V }>();
  return (about) => {
    const before = known.get(about) ?? { value: answer(about) };
    known.set(about, before);
    return before.value;
  };
}
