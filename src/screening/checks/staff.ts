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
  version: 2,
  run: ({ draft, policy, bans }) => {
    const traces = [...namesIn(draft.author, policy), ...(bans?.reserved ?? []).map(memberTrace)];
    return traces.length === 0
      ? undefined
      : { outcome: 'hold', score: 0.9, traces: traces.slice(0, TRACES_MAX) };
  },
};

const namesIn = (author: string, { author: { reservedNames } }: Policy): readonly Trace[] => {
  const found = termsIn(compiled(reservedNames), readable(author));
  return reservedNames
    .filter((_, nth) => found.has(2 * nth) || found.has(2 * nth + 1))
    .map((term) => ({ field: 'author', term }));
};

const memberTrace = (field: 'author' | 'email'): Trace => ({
  field,
  term: ownTerm(field === 'author' ? 'the name of a member' : 'the e-mail address of a member'),
});

/** Each name as it is, and as one word: `La rédaction`, `LaRédaction`. */
const compiled = oncePerList((names) =>
  compileTerms(names.flatMap((name) => [name, name.replace(/[\s'’-]+/g, '')])),
);
