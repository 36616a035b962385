// An answer that refuses, as clients read it (RFC 9457 and two keys of the app).
import { z } from 'zod';

export const problemDocument = z
  .object({
    type: z.string().meta({ description: 'A URI for the kind of problem; about:blank where the status says it all.' }),
    title: z.string(),
    status: z.int().min(400).max(599),
    detail: z.string().meta({ description: 'What to tell the user.' }),
    instance: z.string(),
    success: z.literal(false),
    requestId: z.string().meta({ description: 'What to tell whoever looks into it.' }),
    errors: z
      .array(z.object({ path: z.string(), message: z.string() }))
      .optional()
      .meta({ description: 'The fields that are not as they should be.' }),
  })
  .meta({ id: 'Problem', description: 'Why a request was refused.' });
