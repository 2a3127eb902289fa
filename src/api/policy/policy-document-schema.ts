import * as z from 'zod';
import { adjustableChecks, checkModes } from '../../comment/policies/check-modes.ts';
import type { PolicyDocument } from '../../comment/policies/policy-document.ts';
import { ARTICLES_MAX, type ArticleRules, articleSections } from '../../comment/policy.ts';
import { articleId } from '../fields/article-id.ts';
import { canonicalId } from '../fields/canonical-id.ts';
import { policySections } from '../policy-schema.ts';
import { atMost } from '../sentences.ts';
import { FIXTURES_MAX, fixture } from './fixture-schema.ts';

const checks = z.partialRecord(z.enum(adjustableChecks), z.enum(checkModes)).default({}).meta({
  description:
    'What is made of all that a check finds: nothing (off), a remark (shadow), a hold, or spam; without an entry the check judges by itself',
});

type Section = (typeof policySections)[Exclude<(typeof articleSections)[number], 'checks'>];

/** A section with optional keys: an article takes the others from the site. */
const partOf = (section: Section) =>
  z.strictObject(
    Object.fromEntries(
      Object.entries(section.unwrap().shape).map(([key, field]) => [
        key,
        (field as z.ZodDefault<z.ZodType>).unwrap().exactOptional(),
      ]),
    ),
  );

const rules = z
  .strictObject(
    Object.fromEntries(
      articleSections.map((name) => [
        name,
        name === 'checks' ? checks.unwrap().exactOptional() : partOf(policySections[name]).exactOptional(),
      ]),
    ),
  )
  .meta({
    id: 'ArticleRules',
    description: 'What one article has instead of the site’s, key by key',
  }) as z.ZodType<ArticleRules>;

/** Refuses two spellings of one article: the rules of one would be dropped silently. */
const eachOnce = (given: unknown, context: z.RefinementCtx): unknown => {
  const names = Object.keys(Object(given) as object);
  const ids = names.map(canonicalId);
  for (const [at, name] of names.entries())
    if (ids[at] !== undefined && ids.indexOf(ids[at]) < at)
      context.addIssue({
        code: 'custom',
        path: [name],
        message: 'It is the same article as another one here.',
      });
  return given;
};

const articles = z
  .preprocess(
    eachOnce,
    z
      .record(articleId, rules)
      .refine((of) => Object.keys(of).length <= ARTICLES_MAX, { error: atMost(ARTICLES_MAX, 'entry') }),
  )
  .default({});

/**
 * A site's policy, whole, with its fixtures. What is left out takes its default; what is not known is refused at every depth.
 */
export const policyDocument = z.strictObject({
  ...policySections,
  checks,
  articles,
  fixtures: z.array(fixture).max(FIXTURES_MAX).exactOptional(),
}) satisfies z.ZodType<PolicyDocument>;
