import * as z from 'zod';
import { AUTHOR_MAX, TEXT_MAX, URL_MAX } from '../../comment/limits.ts';
import { expectations, type Fixture } from '../../comment/policies/policy-document.ts';
import { languages } from '../../comment/site.ts';
import { articleId } from '../fields/article-id.ts';
import { address, email, line, prose } from '../fields/fields.ts';

export const FIXTURES_MAX = 200;
const NAME_MAX = 200;
/** An author's approved comments, as far as any policy counts them. */
const APPROVED_MAX = 100;

/** A comment that is judged before the policy is saved. */
export const fixture = z
  .strictObject({
    name: line(NAME_MAX).exactOptional(),
    comment: z.strictObject({
      author: line(AUTHOR_MAX),
      text: prose(TEXT_MAX),
      email: email.exactOptional(),
      url: address(URL_MAX).exactOptional(),
      language: z.enum(languages).exactOptional(),
      article: articleId.exactOptional(),
    }),
    approved: z
      .int()
      .min(0)
      .max(APPROVED_MAX)
      .exactOptional()
      .meta({ description: 'Approved comments of its author; without it, nothing depends on who wrote it' }),
    expected: z.enum(expectations),
  })
  .meta({
    id: 'PolicyFixture',
    description: 'A comment, and what the policy must make of it',
  }) satisfies z.ZodType<Fixture>;
