// Cuts documents of the knowledge base into pieces and embeds them, those that are not embedded yet.
import { z } from 'zod';
import type { Llm } from '../llm/llm.ts';
import type { Log } from '../log.ts';
import { dataOf } from '../store/answers.ts';
import type { Project } from '../store/project.ts';

const LONGEST_PIECE = 1_000;
const LONGEST_MS = 60_000;
const documents = z.array(z.object({ id: z.number(), content: z.string() }));

/** Runs beside the start; what fails now is done by the next one. */
export async function embedDocuments({ forServer }: Pick<Project, 'forServer'>, llm: Llm, log: Log): Promise<void> {
  const signal = AbortSignal.timeout(LONGEST_MS);
  try {
    const lacking = documents.parse(await dataOf(forServer.rpc('documents_to_embed').abortSignal(signal)));
    const asked = lacking.flatMap(({ id, content }) => piecesOf(content).map((piece) => ({ document_id: id, content: piece })));
    const pieces: object[] = [];
    // One after the other: users' questions go before.
    for (const piece of asked) pieces.push({ ...piece, embedding: await llm.embed(piece.content, signal) });
    if (pieces.length > 0) await dataOf(forServer.rpc('keep_document_pieces', { pieces }).abortSignal(signal));
  } catch (error) {
    log.warn({ error }, 'documents of the knowledge base could not be embedded');
  }
}

/** Whole paragraphs, as many as fit into a piece. */
export function piecesOf(content: string): readonly string[] {
  const pieces: string[] = [];
  for (const paragraph of content.split(/\n{2,}/).flatMap((text) => text.trim().match(/[\s\S]{1,1000}/g) ?? [])) {
    const last = pieces.at(-1);
    if (last !== undefined && last.length + paragraph.length + 2 <= LONGEST_PIECE) pieces[pieces.length - 1] = `${last}\n\n${paragraph}`;
    else pieces.push(paragraph);
  }
  return pieces;
}
