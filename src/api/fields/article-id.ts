import * as z from 'zod';
import { SITE_ID } from '../../comment/site.ts';
import { atMost } from '../sentences.ts';
import { canonicalId } from './canonical-id.ts';

/** Characters an article's id may be sent in: twice what a browser or a server takes for an address. */
const SENT_MAX = 16_384;

/** A site's id, as a host's label: 1-63 of a-z, 0-9 and inner hyphens. */
export const siteId = z.string().regex(SITE_ID, {
  error: 'It must be 1 to 63 of a-z, 0-9 and inner hyphens.',
});

/** The publisher's id of an article; read, it is canonical. */
export const articleId = z
  .string()
  .min(1, { error: 'It is required.' })
  .max(SENT_MAX, { error: atMost(SENT_MAX, 'character'), abort: true })
  .refine((id) => id.isWellFormed() && !/[\x00-\x1F\x7F-\x9F]/.test(id), {
    error: 'It must be Unicode text without control characters.',
  })
  .transform((id, context) => {
    const canonical = canonicalId(id);
    if (canonical !== undefined) return canonical;
    context.addIssue({
      code: 'custom',
      message: 'It begins like a web address and is none that can be read.',
    });
    return z.NEVER;
  })
  .refine((id) => id !== '.' && id !== '..', { error: 'It must not be a dot or two.' })
  .refine((id) => id !== '', { error: 'It must hold characters that can be seen.' })
  .meta({
    description:
      "A slug, a number or the article's address. Read, it is canonical; one of over 200 bytes is kept by its beginning and a digest. Of an address’s fragment only a route counts (`#/…` or `#!…`).",
    examples: ['lecture-42', 'https://www.example.fr/2026/03/lecture'],
  });
