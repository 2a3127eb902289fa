import type { Work } from '../load/measure.ts';
import type { Compared } from '../results.ts';
import { approvingAs, expectApproved, type Waiting } from '../servers/calls.ts';
import { type Arena, compare } from './arena.ts';

const HUNDRED = 100;

/** A moderator approves: a comment in each call, then a hundred in one. */
export const measureDecisions = async (arena: Arena): Promise<readonly Compared[]> => {
  const { approveAlone, approveHundreds } = arena.plan;
  const alone = await compare(
    arena,
    { measure: 'decisions', name: 'approve, one by one' },
    { palabre: await approveWork(arena, 1), bare: approvals(arena, 1) },
    { count: approveAlone, atOnce: 1 },
  );
  const together = await compare(
    arena,
    { measure: 'decisions', name: 'approve 100 in one call' },
    {
      palabre: await approveWork(arena, HUNDRED),
      bare: approvals(arena, HUNDRED),
      wordpress: ({ works: { approve } }) => approve(HUNDRED),
    },
    { count: approveHundreds, atOnce: 1 },
  );
  return [alone, together];
};

/** Approvals that are followed up when the queues have let them go. */
const approveWork = async ({ palabre, take }: Arena, size: number): Promise<Work> => {
  const before = await palabre.queued();
  const isRight = expectApproved(size);
  let approved = 0;
  return {
    next: () => approvingAs(palabre.token, take(size)),
    check: (answer) => {
      isRight(answer);
      approved += size;
    },
    isFollowedUp: async () => (await palabre.queued()) === before - approved,
  };
};

/** Requests that look alike and decide nothing. */
const approvals =
  ({ palabre: { token } }: Arena, size: number): Work['next'] =>
  () =>
    approvingAs(token, Array(size).fill(NOBODYS));

const NOBODYS: Waiting = { article: 'article-100', comment: '01KRDPGZQ0N7V3T2Y4M6C8E9FA', version: 1 };
