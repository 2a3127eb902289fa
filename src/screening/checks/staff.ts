import { oncePerList } from '../blocklist.ts';
import type { Check } from '../check.ts';
import { compileTerms, readable, termsIn } from '../listed-terms.ts';
import { TRACES_MAX } from '../screen.ts';

/** The author signs with a name that the policy keeps for the newsroom, in whatever letters it is written. */
export const staff: Check<'staff'> = {
  name: 'staff',
  version: 1,
  run: ({ draft, policy }) => {
    const { reservedNames } = policy.author;
    const found = termsIn(compiled(reservedNames), readable(draft.author));
    const names = reservedNames.filter((_, nth) => found.has(2 * nth) || found.has(2 * nth + 1));
    return names.length === 0
      ? undefined
      : {
          outcome: 'hold',
          score: 0.9,
          traces: names.slice(0, TRACES_MAX).map((name) => ({ field: 'author', term: name })),
        };
  },
};

/** Each name as it is, and as one word: `La rédaction`, `LaRédaction`. */
const compiled = oncePerList((names) =>
  compileTerms(names.flatMap((name) => [name, name.replace(/[\s'’-]+/g, '')])),
);
