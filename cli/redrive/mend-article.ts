import type { DynamoDBRecord } from 'aws-lambda';
import type { AuditDigest } from '../../src/moderation/audit-chain.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';

import { articleOf, isSiteTrail, siteOfTrail } from '../../src/storage/dynamodb/read-keys.ts';
import type { Store } from '../../src/storage/dynamodb/store.ts';
import { learnMissed } from '../../src/stream/learn-missed.ts';
import { sealMissed } from '../../src/stream/seal-missed.ts';
import { settleMissed } from '../../src/stream/settle-missed.ts';
import type { Place } from './redrive-records.ts';

const TRIES = 5;

/** The article that a record's keys name, or the site whose own trail it tells of. @throws when it tells of something else */
export const placeOf = ({ dynamodb }: DynamoDBRecord): Place => {
  const { pk, sk } = dynamodb?.Keys ?? {};
  if (pk?.S && isSiteTrail(pk.S) && sk?.S?.startsWith('E#')) return { site: siteOfTrail(pk.S) };
  if (!pk?.S || pk.S.startsWith('~') || !/^[CE]#/.test(sk?.S ?? ''))
    throw new Error('It tells of no comment and of no decision.');
  return articleOf(pk.S);
};

type Mended = { readonly store: Store; readonly auditDigest: () => Promise<AuditDigest> };

/**
 * Recounts an article (counts, queues, authors' records, audit trail), teaches its site the decisions made there, and seals its
 * trail. For a site it only seals the site's own trail.
 * @throws when others keep counting it, or what was decided cannot be learned
 */
export const mendArticle = async (deps: Mended, { site, article }: Place, now: number): Promise<void> => {
  const { store } = deps;
  if (article === undefined) return void (await sealMissed(deps, { site }, { dryRun: false }));
  for (let tried = 0; tried < TRIES; tried += 1) {
    const recount = await store.recount(site, article);
    if (!(await store.repair(site, article, recount))) continue;
    const { decisions } = recount;
    await learnMissed(
      { store, loadModel: shippedModel },
      { site, article, decisions },
      { now, dryRun: false },
    );
    await settleMissed(deps, { site, article }, { dryRun: false });
    await sealMissed(deps, { site, article }, { dryRun: false });
    return;
  }
  throw new Error('The article is being counted by others all the time. Try again.');
};
