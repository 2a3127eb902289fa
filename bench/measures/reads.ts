import { WrongAnswer } from '../load/ask.ts';
import type { Work } from '../load/measure.ts';
import type { Compared } from '../results.ts';
import { PAGE_ARTICLE } from '../seed.ts';
import { countsOf, expectComments, pageOf, queueAs, readCounts } from '../servers/calls.ts';
import { type Arena, compare, type Works } from './arena.ts';

const AT_ONCE = 4;
const PAGE = 50;
const COUNTED = 30;
/** An answer of the edge takes a fraction of one of the functions. */
const EDGE_TIMES = 5;
/** Share of answers the edge gives by itself when one page is read again and again. */
const HITS_MIN = 0.95;
/** A page of WordPress takes many times as long as one of ours. */
const WORDPRESS_SHARE = 0.15;

/** A page of 50 of an article's 1,000 comments. */
export const measurePages = async (arena: Arena): Promise<readonly Compared[]> => {
  const found: Compared[] = [];
  for (const form of ['json', 'html'] as const) {
    const name = `page of 50, ${form.toUpperCase()}`;
    const works: Works = {
      palabre: pageWork(form),
      wordpress: ({ works: { page } }) => page(form),
      wordpressShare: WORDPRESS_SHARE,
    };
    found.push(await compare(arena, { measure: 'pages', name }, works, readsOf(arena)));
  }
  return found;
};

/** The same on a server whose edge is on; nobody else takes part. */
export const measureEdge = async (arena: Arena): Promise<readonly Compared[]> => {
  const found: Compared[] = [];
  for (const form of ['json', 'html'] as const) {
    const name = `page of 50, ${form.toUpperCase()}, through the edge`;
    const amount = { ...readsOf(arena), count: readsOf(arena).count * EDGE_TIMES };
    const { palabre, expectHits } = throughEdge(pageWork(form));
    found.push(await compare(arena, { measure: 'edge', name }, { palabre }, amount));
    expectHits();
  }
  return found;
};

/** Counts which answers came from the edge. */
const throughEdge = (work: Work) => {
  let answers = 0;
  let hits = 0;
  const palabre: Work = {
    ...work,
    check: (answer) => {
      work.check(answer);
      answers += 1;
      hits += answer.headers['x-cache'] === 'hit' ? 1 : 0;
    },
  };
  const expectHits = () => {
    if (hits < HITS_MIN * answers) throw new WrongAnswer(`The edge answered ${hits} of ${answers} requests.`);
  };
  return { palabre, expectHits };
};

/** How many comments thirty articles have. */
export const measureCounts = async (arena: Arena): Promise<readonly Compared[]> => {
  const published = [...arena.seeded.published].slice(-COUNTED);
  const request = countsOf(published.map(([article]) => article));
  const palabre: Work = {
    next: () => request,
    check: (answer) => {
      const counts = readCounts(answer);
      const wrong = published.find(([article, count]) => (counts[article] ?? 0) < count);
      if (wrong) throw new WrongAnswer(`${wrong} is counted ${counts[wrong[0]]}.`);
    },
  };
  return [
    await compare(arena, { measure: 'counts', name: 'counts of 30 articles' }, { palabre }, readsOf(arena)),
  ];
};

/** A page of 50 of the comments that wait. */
export const measureQueue = async (arena: Arena): Promise<readonly Compared[]> => {
  const palabre = queueWork(arena);
  return [await compare(arena, { measure: 'queue', name: 'queue page of 50' }, { palabre }, readsOf(arena))];
};

export const pageWork = (form: 'json' | 'html'): Work => ({
  next: () => pageOf(PAGE_ARTICLE, form),
  check: expectComments(PAGE, form),
});

export const queueWork = ({ palabre: { token } }: Pick<Arena, 'palabre'>): Work => ({
  next: () => queueAs(token),
  check: expectComments(PAGE),
});

const readsOf = ({ plan: { reads } }: Pick<Arena, 'plan'>) => ({ count: reads, atOnce: AT_ONCE });
