import type { Random } from '../../training/random.ts';
import { type Entrant, inTurns } from '../load/in-turns.ts';
import type { Amount, Work } from '../load/measure.ts';
import type { WordPress } from '../peers/wordpress/start.ts';
import type { Plan } from '../plan.ts';
import type { Compared } from '../results.ts';
import type { Seeded } from '../seed.ts';
import { type BareServer, bareWork } from '../servers/bare.ts';
import type { Waiting } from '../servers/calls.ts';
import type { Palabre } from '../servers/palabre.ts';

/** The servers that are measured side by side, and what the measures need of them. */
export type Arena = {
  readonly palabre: Palabre;
  readonly bare: BareServer;
  readonly wordpress?: WordPress | undefined;
  readonly seeded: Seeded;
  /** Takes comments to decide on, each once. */
  readonly take: (count: number) => readonly Waiting[];
  readonly random: Random;
  readonly plan: Plan;
};

/** What each server is asked. */
export type Works = {
  readonly palabre: Work;
  readonly wordpress?: ((wordpress: WordPress) => Work | Promise<Work>) | undefined;
  /** How many of our requests' number are sent to it, 0 to 1, where all would take minutes. */
  readonly wordpressShare?: number;
  /** Requests that look like ours; without it, ours. */
  readonly bare?: Work['next'];
};

/** Sends all servers of an arena the same kind of request, in turns. */
export const compare = async (
  { palabre, bare, wordpress, plan: { rounds, bare: bareMin } }: Arena,
  { measure, name }: Pick<Compared, 'measure' | 'name'>,
  works: Works,
  amount: Pick<Amount, 'count' | 'atOnce'>,
): Promise<Compared> => {
  const first = await palabre.subject.ask(works.palabre.next());
  works.palabre.check(first);
  const entrants: Entrant[] = [
    { subject: palabre.subject, work: works.palabre },
    {
      subject: bare.subject,
      work: bareWork(works.bare ?? works.palabre.next, first.bytes),
      count: Math.max(bareMin, amount.count),
    },
  ];
  if (wordpress && works.wordpress)
    entrants.push({
      subject: wordpress.subject,
      work: await works.wordpress(wordpress),
      count: Math.ceil(amount.count * (works.wordpressShare ?? 1)),
    });
  const figures = await inTurns(entrants, { ...amount, rounds });
  return { measure, name, figures: Object.fromEntries(figures) };
};
