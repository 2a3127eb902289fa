import type { Policy } from '../../comment/policy.ts';
import type { Trace } from '../../comment/verdict.ts';
import { oncePerList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { compileTerms, readable, termsIn } from '../listed-terms.ts';
import { ownTerm } from '../own-terms.ts';
import { TRACES_MAX } from '../screen.ts';

/** The author signs with a name that is kept for the newsroom, in whatever letters it is written, or names a member's e-mail address. */
export const staff: Check<'staff'> = {
  name: 'staff',
  version: 3,
  run: ({ draft, policy, bans }) => {
    const traces = [...namesIn(draft.author, policy), ...(bans?.reserved ?? []).map(memberTrace)];
    return traces.length === 0
      ? undefined
      : { outcome: 'hold', score: 0.9, traces: traces.slice(0, TRACES_MAX) };
  },
};

const namesIn = (author: string, { author: { reservedNames } }: Policy): readonly Trace[] => {
  const list = compiled(reservedNames);
  const found = new Set(readingsOf(author).flatMap((name) => [...termsIn(list, readable(name))]));
  return reservedNames
    .filter((_, nth) =>
      Array.from({ length: FORMS }, (__, form) => FORMS * nth + form).some((one) => found.has(one)),
    )
    .map((term) => ({ field: 'author', term }));
};

/** An `@` before a word addresses somebody, or stands for its first letter: `@dmin`. */
const readingsOf = (author: string): readonly string[] =>
  author.includes('@') ? [author, author.replaceAll('@', 'a')] : [author];

const memberTrace = (field: 'author' | 'email'): Trace => ({
  field,
  term: ownTerm(field === 'author' ? 'the name of a member' : 'the e-mail address of a member'),
});

/** Forms of a name that are looked for. */
const FORMS = 4;

/** Each name as it is, and as one word, and both of several: `La rédaction`, `LaRédaction`, `modérateurs`. */
const compiled = oncePerList((names) =>
  compileTerms(
    names
      .flatMap((name) => [name, name.replace(/[\s'’-]+/g, '')])
      .flatMap((form) => [form, form.replace(/[^s*]$/, '$&s')]),
  ),
);
