import { GetItemCommand } from '@aws-sdk/client-dynamodb';
import {
  type Client,
  connect,
  policyApp,
  provideBrowserFiles,
  provideClient,
  provideClock,
  teamApp,
} from '../../src/app.ts';
import { DAY_MS } from '../../src/comment/time.ts';
import { shippedModel } from '../../src/screening/filter/model/shipped-model.ts';
import { queueCountsKey, runKey } from '../../src/storage/dynamodb/keys.ts';
import { isRemembered } from '../../src/storage/dynamodb/read-keys.ts';
import { isOutage } from '../../src/storage/dynamodb/send.ts';
import { SURGES } from '../../src/storage/dynamodb/surges/surge-items.ts';
import { reservationOf } from '../../src/submission/reserved-ids.ts';
import { appointMember } from '../../src/use-cases/appoint-member.ts';
import { saveSite } from '../../src/use-cases/save-site.ts';
import type { Bundles } from '../../tools/bundle-browser.ts';
import { demoPeople } from '../demo/demo-people.ts';
import { demoSite, withLocalOrigins } from '../demo/demo-site.ts';
import type { Change } from '../engine/changes.ts';
import type { Engine, EngineSetup } from '../engine/engine.ts';
import { fileErrorBehind } from '../engine/errors.ts';
import { fileErrorOf } from '../engine/file/file-errors.ts';
import { openUpgraded } from '../open-upgraded.ts';
import { localMember } from '../sign-in/local-member.ts';

export type Database = {
  /** The embedded database; undefined when the environment names an external one. */
  readonly engine: Engine | undefined;
  /** How often a function could not reach the database since the last call. */
  readonly takeOutages: () => number;
  /** Items that expired up to this time may be removed; epoch milliseconds. */
  readonly sweepUntil: () => Promise<number>;
};

/**
 * How long after a purge expired items may be removed. The purge checks that the clock is plausible. Expiry here uses the same clock,
 * unlike a table in AWS, so nothing expires without a recent purge. DynamoDB also removes some items two days late.
 */
const VOUCHED_MS = 2 * DAY_MS;

/** Opens the database and provides it to all functions of this thread. @throws with a sentence for the operator */
export const provideDatabase = (setup: EngineSetup | undefined): Database => {
  const embedded = setup && openRevised(setup);
  let outages = 0;
  provideClient((config) => watch(embedded?.client ?? connect(config), () => (outages += 1)));
  const takeOutages = () => {
    const taken = outages;
    outages = 0;
    return taken;
  };
  return {
    engine: embedded?.engine,
    takeOutages,
    sweepUntil: async () => vouchedUntil(setup, embedded?.engine),
  };
};

const vouchedUntil = async (setup: EngineSetup | undefined, engine: Engine | undefined): Promise<number> => {
  if (!setup || !engine) return 0;
  const { pk, sk } = runKey('purge-expired');
  const Key = { pk: { S: pk }, sk: { S: sk } };
  const { Item } = await engine.send(new GetItemCommand({ TableName: setup.tableName, Key }));
  return Item?.at ? Number(Item.at.N) + VOUCHED_MS : 0;
};

/** Opens the embedded database. The client's revision changes when this process or another writes what functions cache. */
const openRevised = (setup: EngineSetup): { readonly engine: Engine; readonly client: Client } => {
  let written = 0;
  const engine = openUpgraded({
    ...setup,
    onCommit: (changes) => {
      if (changes.some((change) => isRemembered(change.pk) || changesSurges(change))) written += 1;
      setup.onCommit?.(changes);
    },
  });
  return { engine, client: { send: engine.send, revision: () => `${written} ${engine.changes.version()}` } };
};

/** Whether the surges in an item changed; the item also changes with every count. */
const changesSurges = ({ pk, old, new: current }: Change): boolean =>
  pk.startsWith(queueCountsKey('').pk) && surgesOf(old) !== surgesOf(current);

const surgesOf = (image: string | null): string | undefined =>
  image === null ? undefined : JSON.parse(image)[SURGES]?.S;

const watch = (client: Client, onOutage: () => void): Client => {
  const send = async (command: Parameters<Client['send']>[0]) => {
    try {
      return await client.send(command);
    } catch (error) {
      if (isOutage(error)) onOutage();
      throw error;
    }
  };
  return { ...client, send: send as Client['send'] };
};

/** A higher Brotli quality is not worth its time, because the browser is on this machine. */
const LOCAL_QUALITY = 4;

/** Bundles the moderators' page and the readers' script at the first request for either, so that the start does not wait. */
export const provideBrowserSources = (): void => {
  let bundles: Promise<Bundles> | undefined;
  const bundle = async () => (await import('../../tools/bundle-browser.ts')).bundleBrowser(LOCAL_QUALITY);
  provideBrowserFiles(async (name) => {
    bundles ??= bundle();
    const files = (await bundles)[name];
    if (!files) throw new Error(`Nothing is bundled as ${name}.`);
    return files;
  });
};

/** Sets the time that all functions of this thread read. @param at milliseconds since 1970 */
export const setClock = (at: number): void => provideClock(() => at);

/**
 * Creates or updates the demo's site and team, which are the first that is read and written.
 * @param file the embedded database @throws with a sentence for the operator
 */
export const makeDemoSite = async (port: number, file: string | undefined): Promise<void> => {
  try {
    await writeDemoSite(port);
  } catch (error) {
    const failure = fileErrorBehind(error);
    throw failure && file !== undefined ? fileErrorOf(file, failure) : error;
  }
};

/** The demo's comments are of the days before it is written, and a site's trail begins with the site. */
const BEFORE_ITS_COMMENTS_MS = 10 * DAY_MS;

const writeDemoSite = async (port: number): Promise<void> => {
  // Loads the model now: without it, the server would fail at its first comment.
  shippedModel();
  const app = policyApp();
  const site = await app.store.readSite(demoSite.id);
  const origins = withLocalOrigins(site?.origins ?? [], port);
  const { now, newBatch } = app;
  if (!site) setClock(Date.now() - BEFORE_ITS_COMMENTS_MS);
  const acting = { by: 'command', now: now(), event: newBatch() };
  provideClock(() => Date.now());
  await saveSite(app, { ...demoSite, ...site, origins }, acting);
  await makeDemoTeam();
};

/** Adds missing members, whose names are reserved as if they had joined; a removed member stays removed. */
const makeDemoTeam = async (): Promise<void> => {
  const { store, now, newBatch, secrets } = teamApp();
  const { digests } = await secrets();
  for (const { sub, name, email, role } of demoPeople) {
    const reserved = reservationOf(digests, demoSite.id, email)(name);
    const person = { ...localMember(demoSite.id, sub), name, role, kind: 'person', ...reserved } as const;
    if (await store.readMember(person.site, person.id)) continue;
    await appointMember({ store }, person, () => ({ by: 'command', now: now(), event: newBatch() }));
  }
};
