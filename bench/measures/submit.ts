import { honestComment, visitorAddress } from '../comments.ts';
import type { Work } from '../load/measure.ts';
import type { Compared } from '../results.ts';
import { expectHeld, submitting } from '../servers/calls.ts';
import { type Arena, compare, type Works } from './arena.ts';

const CROWD = 16;

/** Strangers' first comments, each another text from another network: all are held for a moderator. */
export const measureSubmit = async (arena: Arena): Promise<readonly Compared[]> => {
  const { submitCrowd, submitAlone } = arena.plan;
  const amounts = [
    { name: `submit, ${CROWD} at once`, count: submitCrowd, atOnce: CROWD },
    { name: 'submit, one by one', count: submitAlone, atOnce: 1 },
  ];
  const found: Compared[] = [];
  for (const { name, ...amount } of amounts) {
    const works: Works = {
      palabre: await submitWork(arena),
      bare: submissions(arena),
      wordpress: arena.wordpress && (({ works: { submit } }) => submit(arena.random)),
    };
    found.push(await compare(arena, { measure: 'submit', name }, works, amount));
  }
  return found;
};

/** Submissions that are followed up when every queue has counted them. */
export const submitWork = async ({ palabre, random }: Pick<Arena, 'palabre' | 'random'>): Promise<Work> => {
  const before = await palabre.queued();
  let held = 0;
  return {
    next: submissions({ random }),
    check: (answer) => {
      expectHeld(answer);
      held += 1;
    },
    isFollowedUp: async () => (await palabre.queued()) === before + held,
  };
};

const ARTICLES = 20;
let visitor = 0;

const submissions =
  ({ random }: Pick<Arena, 'random'>): Work['next'] =>
  () => {
    visitor += 1;
    return submitting(`busy-${visitor % ARTICLES}`, honestComment(random), visitorAddress(visitor));
  };
