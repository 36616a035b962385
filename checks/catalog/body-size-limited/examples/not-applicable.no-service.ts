// Reads an answer, not a request.
import { text } from 'node:stream/consumers';

export const read = (stream: NodeJS.ReadableStream) => text(stream);
