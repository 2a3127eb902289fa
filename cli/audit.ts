import type { CommentId } from '../src/comment/comment.ts';
import { timeOf } from '../src/comment/comment-id.ts';
import { type Flaw, flawsOf, type Trail, unsealedOf } from '../src/moderation/audit-chain.ts';
import { openPolicyAudit } from '../src/moderation/policy/policy-trail.ts';
import { siteTrail } from '../src/storage/dynamodb/keys.ts';
import { articleOf, isSiteTrail } from '../src/storage/dynamodb/read-keys.ts';
import { unkeyedDigest } from '../src/tokens/digests.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { stageOf, stageOptions } from './stage/stage-options.ts';
import { openLocalStore, openStageStore, type WholeStore } from './stage/whole-store.ts';

const HELP = `npm run --silent audit [-- --site ID] [--stage <name> [--region <name>]]

Holds every audit trail against its chain of seals, against the comments' versions and against the policies that it names, and says what was changed, removed, added beside
another, or left out since it was written. It reads the whole table: a read unit for every 4 KB. Nothing is written.

Without a stage: the table of the data folder (DATA_DIR), beside a running server or without one.

  --site ID        only this site's trails are shown
  --stage <name>   the table of a deployed stack
  --region <name>  where that is; by default where deploy/<stage>.json says it was deployed, or the region of serverless.yml
  --help           this

A line for each flaw: its kind, the site, the article, and the event, link or comment's version.
  changed   an event is not as it was sealed        removed   a sealed event is gone
  broken    a link does not follow from the last    gap       a version of a comment has no event
  fork      two events made the same version        gone      a comment is not there that nothing removes: published, or erased
  unsealed  not sealed yet, or removed and not yet told of: the stream does that a moment later
Versions of a policy are held against the events that name them (changed, removed, gap), and what is in force against its version (changed).
A comment that came in within the last hour may still lack the event of its first version: that counts as unsealed.
Then a summary. It fails when there is a flaw other than "unsealed".`;

/** The event of a comment's first version is written behind the comment, by the stream. */
const LATE_MS = 3_600_000;

/** Trails between two progress messages. */
const PROGRESS_EVERY = 1_000;

const nameOf = (trail: string): readonly [site: string, article: string] => {
  const { site, article } = articleOf(trail);
  return isSiteTrail(trail) ? [article, '(site)'] : [site, article];
};

const print = ({ kind, trail, at }: Flaw): void =>
  console.log([kind, ...nameOf(trail), at].map((text) => JSON.stringify(text).slice(1, -1)).join('\t'));

const lookAt = async ({ store, auditDigest }: WholeStore, site: string | undefined) => {
  const found = { trails: 0, events: 0, sealed: 0, unsealed: 0, flaws: 0 };
  const [digest, now] = [await auditDigest(), Date.now()];
  const policies = openPolicyAudit(unkeyedDigest, siteTrail);
  for await (const trail of store.scanTrails()) {
    trail.policies.filter((one) => site === undefined || one.site === site).forEach(policies.add);
    if (!isTrail(trail) || (site !== undefined && nameOf(trail.trail)[0] !== site)) continue;
    const flaws = flawsOf(trail, digest).map((flaw) =>
      isLate(flaw, now) ? { ...flaw, kind: 'unsealed' as const } : flaw,
    );
    flaws.forEach(print);
    found.trails += 1;
    found.events += trail.events.length;
    found.sealed += trail.events.length - unsealedOf(trail.events, trail.links).length;
    found.unsealed += countOf(flaws, 'unsealed');
    found.flaws += flaws.length - countOf(flaws, 'unsealed');
    if (found.trails % PROGRESS_EVERY === 0) console.error(`${found.trails} trails looked at`);
  }
  policies.flaws().forEach(print);
  return { ...found, flaws: found.flaws + policies.flaws().length };
};

const countOf = (flaws: readonly Flaw[], wanted: Flaw['kind']): number =>
  flaws.filter(({ kind }) => kind === wanted).length;

/** Whether a missing event may still arrive, or a missing comment came in behind the scan. */
const isLate = ({ kind, at }: Flaw, now: number): boolean => {
  if (kind !== 'gone' && !(/#1$/.test(at) && ['gap', 'removed'].includes(kind))) return false;
  const [comment = ''] = at.split('#').slice(-2);
  return timeOf(comment as CommentId) > now - LATE_MS;
};

/** Most of a table's partitions hold other things. */
const isTrail = ({ events, links, comments }: Trail): boolean =>
  events.length + links.length + comments.length > 0;

await runCommand({
  help: HELP,
  options: { site: { type: 'string' }, ...stageOptions },
  run: async ({ site, ...values }) => {
    const stage = stageOf(values);
    const opened = stage ? await openStageStore(stage) : await openLocalStore();
    try {
      if (site !== undefined && (site === '' || !(await opened.store.readSite(site))))
        throw new WrongArguments(`--site ${site} names no site there`);
      const found = await lookAt(opened, site);
      if (found.flaws > 0) process.exitCode = 1;
      return JSON.stringify(found, null, 2);
    } finally {
      opened.close();
    }
  },
});
