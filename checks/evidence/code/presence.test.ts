import { expect, test } from 'vitest';
import { unitOf } from './test-program.ts';

const required = (text: string): readonly string[] =>
  unitOf({ 'main.py': `import os\n${text}` })
    .environmentReads.filter((read) => read.required)
    .map(({ name }) => name);

test.each([
  ['in the environment', 'if "STORE" in os.environ:\n    a = os.environ["STORE"]\n    b = os.environ["STORE_KEY"]'],
  ['its own value', 'if os.getenv("STORE"):\n    a = os.environ["STORE_KEY"]'],
  ['not None', 'if os.getenv("STORE") is not None and True:\n    a = os.environ["STORE_KEY"]'],
  ['the other arm', 'if "STORE" not in os.environ:\n    pass\nelse:\n    a = os.environ["STORE"]'],
])('what is read where a variable is there is not required: %s', (_what, text) => {
  expect(required(text)).toEqual([]);
});

test.each([
  ['plainly', 'a = os.environ["STORE"]'],
  ['where it is absent', 'if "STORE" not in os.environ:\n    a = os.environ["OTHER"]'],
  ['under a mode', 'if os.getenv("MODE") == "full":\n    a = os.environ["OTHER"]'],
  ['under a flag with a default', 'if os.getenv("MODE", "full"):\n    a = os.environ["OTHER"]'],
])('the rest is: %s', (_what, text) => {
  expect(required(text)).toHaveLength(1);
});
