import * as z from 'zod';
import { banEffects, banKinds } from '../../../comment/abuse/ban.ts';
import type { RefusalCode } from '../../../comment/refusal.ts';
import { readBanValue, valueRules } from '../../../screening/text/ban-value.ts';
import type { ReplyOf } from '../../contract.ts';
import { articleId } from '../../fields/article-id.ts';
import { commentId, line, visibleLine } from '../../fields/fields.ts';
import { jsonOf } from '../../openapi-parts.ts';
import { moderators } from '../../roles.ts';
import { ban } from '../../views/ban-view.ts';

/** Ten years; a longer ban can be permanent. */
const DAYS_MAX = 3_650;

export const route = 'POST /v1/sites/{site}/admin/bans';
export const roles = moderators;

const fields = () =>
  z.strictObject({
    kind: z.enum(banKinds),
    value: line(300)
      .meta({ description: 'An email address, a domain or a network; an author is named by a comment' })
      .exactOptional(),
    article: articleId.exactOptional(),
    comment: commentId
      .meta({ description: 'Instead of a value, with `article`: a comment of whoever is meant' })
      .exactOptional(),
    range: z
      .boolean()
      .meta({ description: 'Of a comment’s network: the whole /24 rather than the one IPv4 address' })
      .exactOptional(),
    effect: z.enum(banEffects).default('ban'),
    reason: visibleLine(200),
    until: z.iso
      .datetime({ offset: true, error: 'It must be a time as RFC 3339 writes it.' })
      .exactOptional(),
    days: z.int().min(1).max(DAYS_MAX).exactOptional(),
  });

/** Names somebody by `value`, or by a comment of theirs. */
export const body = () =>
  fields()
    .superRefine((given, context) => {
      for (const [field, message] of problemsOf(given))
        context.addIssue({ code: 'custom', path: [field], message });
    })
    .meta({
      id: 'NewBan',
      description: 'For good without `until` or `days`',
      examples: [{ kind: 'domain', value: 'spam.example', reason: 'advertising', days: 30 }],
    });

/** A ban as requested. */
export type Given = z.output<ReturnType<typeof fields>>;

type Rule = {
  readonly field: keyof Given;
  readonly breaks: (given: Given) => boolean;
  readonly says: (given: Given) => string;
};

const isOfComment = ({ article, comment }: Given): boolean => article !== undefined || comment !== undefined;
const isWrongValue = ({ kind, value }: Given): boolean =>
  kind !== 'author' && value !== undefined && readBanValue(kind, value) === undefined;

/** Rules that concern more than one field. */
const rules: readonly Rule[] = [
  {
    field: 'value',
    breaks: (given) => (given.value === undefined) !== isOfComment(given),
    says: () => 'Give either a value, or an article and a comment.',
  },
  {
    field: 'comment',
    breaks: ({ article, comment }) => article !== undefined && comment === undefined,
    says: () => 'An article and a comment go together.',
  },
  {
    field: 'article',
    breaks: ({ article, comment }) => article === undefined && comment !== undefined,
    says: () => 'An article and a comment go together.',
  },
  {
    field: 'value',
    breaks: ({ kind, value }) => kind === 'author' && value !== undefined,
    says: () => 'An author is named by an article and a comment.',
  },
  {
    field: 'value',
    breaks: isWrongValue,
    says: ({ kind }) => (kind === 'author' ? '' : valueRules[kind]),
  },
  {
    field: 'kind',
    breaks: (given) => given.kind === 'domain' && isOfComment(given),
    says: () => 'A domain is named by a value, not by a comment.',
  },
  {
    field: 'range',
    breaks: (given) => given.range !== undefined && (given.kind !== 'network' || !isOfComment(given)),
    says: () => 'It goes with the network of a comment only.',
  },
  {
    field: 'until',
    breaks: ({ until, days }) => until !== undefined && days !== undefined,
    says: () => 'Give either until or days.',
  },
];

const problemsOf = (given: Given): readonly (readonly [keyof Given, string])[] =>
  rules.filter(({ breaks }) => breaks(given)).map(({ field, says }) => [field, says(given)]);

export const refusals = [
  'comment-not-found',
  'too-many-bans',
  'invalid-fields',
] as const satisfies readonly RefusalCode[];

export const reply = () =>
  z
    .object({
      ...ban.shape,
      replaced: ban.nullable().meta({ description: 'The earlier one in whose place it is, as it was' }),
    })
    .meta({ id: 'AddedBan' });
export type Reply = ReplyOf<typeof reply>;

export const document = () => {
  const added = reply();
  return {
    summary: 'Ban an author, an email address, a domain or a network, or allow it',
    description:
      'Felt everywhere within a minute. Of an email address or a network a keyed digest is kept, and a label to tell it by (`j…@spam.example`, `192.0.2.…`); of an author, the name on the comment. Whoever is on the list already gets the new effect and end. An erased comment names nobody.',
    responses: {
      '201': jsonOf(added, 'As it is kept'),
      '200': jsonOf(added, 'The same, in place of an earlier one'),
    },
  };
};
