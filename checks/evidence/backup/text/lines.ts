// Bytes as lines, each with its end: nothing is decoded, so that nothing is lost.

export async function* linesOf(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Buffer> {
  let open: Buffer[] = [];
  for await (const each of stream) {
    const chunk = typeof each === 'string' ? Buffer.from(each) : each;
    let from = 0;
    for (let end = chunk.indexOf(10); end !== -1; end = chunk.indexOf(10, from)) {
      const last = chunk.subarray(from, end + 1);
      yield open.length === 0 ? last : Buffer.concat([...open, last]);
      open = [];
      from = end + 1;
    }
    if (from < chunk.length) open.push(chunk.subarray(from));
  }
  if (open.length > 0) yield Buffer.concat(open);
}
