import { type Flaw, flawsOf, type Trail } from '../src/moderation/audit-chain.ts';
import { articleOf, isSiteTrail } from '../src/storage/dynamodb/keys.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { openLocalStore, openStageStore, type WholeStore } from './redrive/whole-store.ts';

const HELP = `npm run --silent audit [-- --site ID] [--stage <name> [--region <name>]]

Holds every audit trail against its chain of seals and against the comments' versions, and says what was changed, removed, added beside
another, or left out since it was written. It reads the whole table: a read unit for every 4 KB. Nothing is written.

Without a stage: the table of the data folder (DATA_DIR), beside a running server or without one.

  --site ID        only this site's trails are shown
  --stage <name>   the table of a deployed stack
  --region <name>  where that is; by default the region of serverless.yml
  --help           this

A line for each flaw: its kind, the site, the article, and the event, link or comment's version.
  changed   an event is not as it was sealed        removed   a sealed event is gone
  broken    a link does not follow from the last    gap       a version of a comment has no event
  fork      two events made the same version        unsealed  not sealed yet: the stream does that a moment later
Then a summary. It fails when there is a flaw other than "unsealed".`;

/** Trails between two words on how far it got. */
const PROGRESS_EVERY = 1_000;

const nameOf = (trail: string): readonly [site: string, article: string] => {
  const { site, article } = articleOf(trail);
  return isSiteTrail(trail) ? [article, '(site)'] : [site, article];
};

const print = ({ kind, trail, at }: Flaw): void =>
  console.log([kind, ...nameOf(trail), at].map((text) => JSON.stringify(text).slice(1, -1)).join('\t'));

const lookAt = async ({ store, auditDigest }: WholeStore, site: string | undefined) => {
  const found = { trails: 0, events: 0, sealed: 0, unsealed: 0, flaws: 0 };
  const digest = await auditDigest();
  for await (const trail of store.scanTrails()) {
    if (!isTrail(trail) || (site !== undefined && nameOf(trail.trail)[0] !== site)) continue;
    const flaws = flawsOf(trail, digest);
    flaws.forEach(print);
    const unsealed = flaws.filter(({ kind }) => kind === 'unsealed').length;
    found.trails += 1;
    found.events += trail.events.length;
    found.sealed += trail.events.length - unsealed;
    found.unsealed += unsealed;
    found.flaws += flaws.length - unsealed;
    if (found.trails % PROGRESS_EVERY === 0) console.error(`${found.trails} trails looked at`);
  }
  return found;
};

/** Most of a table's partitions hold other things. */
const isTrail = ({ events, links, comments }: Trail): boolean =>
  events.length + links.length + comments.length > 0;

await runCommand({
  help: HELP,
  options: { site: { type: 'string' }, stage: { type: 'string' }, region: { type: 'string' } },
  run: async ({ site, stage, region }) => {
    if (region !== undefined && stage === undefined) throw new WrongArguments('--region goes with a --stage');
    const opened = stage ? await openStageStore(stage, region) : await openLocalStore();
    try {
      const found = await lookAt(opened, site);
      if (found.flaws > 0) process.exitCode = 1;
      return JSON.stringify(found, null, 2);
    } finally {
      opened.close();
    }
  },
});
