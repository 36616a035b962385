// Answers as servers write them, cut wherever a network may cut them.
import { describe, expect, it } from 'vitest';
import { AnswerReader, type Progress } from './answer-reader.ts';

interface Read {
  readonly progress: Progress;
  readonly status: number | undefined;
  readonly body: string | undefined;
  readonly reusable: boolean;
}

// One buffer for all pieces, as the sockets have it: what was in it before must not matter.
const buffer = Buffer.alloc(4096, '\r\n\r\n');

function read(pieces: readonly Buffer[], { method = 'GET', ended = false } = {}): Read {
  const reader = new AnswerReader();
  reader.expect(method, true);
  let progress: Progress = 'more';
  for (const piece of pieces) {
    piece.copy(buffer);
    progress = reader.read(buffer, piece.length);
    if (progress !== 'more') break;
  }
  if (progress === 'more' && ended) progress = reader.ended();
  return { progress, status: reader.head?.status, body: reader.body, reusable: reader.reusable };
}

const whole = (text: string) => [Buffer.from(text, 'latin1')];
const lines = (...all: readonly string[]) => all.join('\r\n');
const chunked = lines(
  'HTTP/1.1 200 OK',
  'Transfer-Encoding: chunked',
  '',
  '4',
  'wiki',
  'A;x="y"',
  '0123456789',
  '0',
  'Trailer: yes',
  '',
  '',
);

const complete: readonly (readonly [string, string, Partial<Read>])[] = [
  ['a length', lines('HTTP/1.1 200 OK', 'Content-Length: 5', '', 'hello'), { status: 200, body: 'hello', reusable: true }],
  ['a length of nothing', lines('HTTP/1.1 201 Created', 'content-length: 0', '', ''), { status: 201, body: '', reusable: true }],
  ['chunks, an extension and a trailer', chunked, { status: 200, body: 'wiki0123456789', reusable: true }],
  ['no body by its status', lines('HTTP/1.1 204 No Content', '', ''), { status: 204, body: '', reusable: true }],
  [
    'early hints before it',
    lines('HTTP/1.1 103 Early Hints', 'Link: </a>', '', 'HTTP/1.1 200 OK', 'Content-Length: 2', '', 'ok'),
    { status: 200, body: 'ok' },
  ],
  ['a goodbye', lines('HTTP/1.1 200 OK', 'Connection: close', 'Content-Length: 2', '', 'ok'), { body: 'ok', reusable: false }],
  ['HTTP/1.0', lines('HTTP/1.0 200 OK', 'Content-Length: 2', '', 'ok'), { body: 'ok', reusable: false }],
  ['HTTP/1.0 that stays', lines('HTTP/1.0 200 OK', 'Connection: keep-alive', 'Content-Length: 2', '', 'ok'), { reusable: true }],
  ['no reason phrase', lines('HTTP/1.1 503', 'Content-Length: 0', '', ''), { status: 503 }],
];

describe('an answer with', () => {
  it.each(complete)('%s is read whole, and cut at every byte', (_, text, expected) => {
    expect(read(whole(text))).toMatchObject({ progress: 'done', ...expected });
    const bytes = Buffer.from(text, 'latin1');
    for (let cut = 1; cut < bytes.length; cut += 1) {
      expect(read([bytes.subarray(0, cut), bytes.subarray(cut)]), `cut at ${cut}`).toMatchObject({ progress: 'done', ...expected });
    }
    expect(read([...bytes].map((byte) => Buffer.from([byte])))).toMatchObject({ progress: 'done', ...expected });
  });

  it('no length goes on to the end of the connection', () => {
    const text = lines('HTTP/1.1 200 OK', '', 'all of it');
    expect(read(whole(text))).toMatchObject({ progress: 'more' });
    expect(read(whole(text), { ended: true })).toMatchObject({ progress: 'done', body: 'all of it', reusable: false });
  });

  it('a length has none where only its head was asked for', () => {
    const text = lines('HTTP/1.1 200 OK', 'Content-Length: 500', '', '');
    expect(read(whole(text), { method: 'HEAD' })).toMatchObject({ progress: 'done', reusable: true });
  });

  it('more than was asked for is taken, and nothing else goes over that connection', () => {
    const text = lines('HTTP/1.1 200 OK', 'Content-Length: 2', '', 'okHTTP/1.1 200 OK');
    expect(read(whole(text))).toMatchObject({ progress: 'done', body: 'ok', reusable: false });
  });

  it.each([
    ['an end that came too early', lines('HTTP/1.1 200 OK', 'Content-Length: 9', '', 'ok')],
    ['an end within its head', 'HTTP/1.1 200 OK\r\nContent-'],
    ['another protocol', 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['two lengths', lines('HTTP/1.1 200 OK', 'Content-Length: 2', 'Content-Length: 3', '', 'ok')],
    ['a length that is none', lines('HTTP/1.1 200 OK', 'Content-Length: -2', '', 'ok')],
    ['a chunk without a size', lines('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked', '', 'x', 'ok', '0', '', '')],
    ['a chunk that is longer than it says', lines('HTTP/1.1 200 OK', 'Transfer-Encoding: chunked', '', '1', 'ok', '0', '', '')],
  ])('%s is malformed', (_, text) => {
    expect(read(whole(text), { ended: true }).progress).toBe('malformed');
  });
});
