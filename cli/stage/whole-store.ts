import { openData } from '../../local/open-data.ts';
import { secretFileIn, secretIn } from '../../local/secret.ts';
import { readSettings } from '../../local/settings.ts';
import { environment } from '../../src/config.ts';
import type { AuditDigest } from '../../src/moderation/audit-chain.ts';
import type { Store } from '../../src/storage/dynamodb/store.ts';
import { createDigests } from '../../src/tokens/digests.ts';
import { readKeyRing } from '../../src/tokens/key-ring.ts';
import { storeOn } from '../store-on.ts';
import { openStack, type Stack } from './stack.ts';
import type { Stage } from './stage-options.ts';
import { storedSecret } from './stored-secret.ts';

/** A whole store, and the digest that seals its audit trails. */
export type WholeStore = {
  readonly store: Store;
  readonly auditDigest: () => Promise<AuditDigest>;
  readonly close: () => void;
};

/** The store of the data folder (DATA_DIR), beside a running server or without one. @throws with a sentence for the operator */
export const openLocalStore = async (): Promise<WholeStore & { readonly dataDir: string }> => {
  const settings = readSettings(environment());
  const { dataDir } = settings;
  const { client, tableName, close } = await openData(settings);
  const auditDigest = async () => digestOf(secretIn(secretFileIn(dataDir)));
  return { store: storeOn(client, tableName), auditDigest, close, dataDir };
};

/** The store of a deployed stack, whose outputs name its table and secret. @throws with a sentence for the operator */
export const openStageStore = async (stage: Stage): Promise<WholeStore & Stack> => {
  const stack = await openStack(stage);
  const table = stack.output('TableName');
  const secret = stack.output('SecretArn');
  const auditDigest = async () => digestOf(await storedSecret(stack.ask, secret).read());
  return { ...stack, store: storeOn(stack.client, table), auditDigest };
};

const digestOf = (secret: Uint8Array): AuditDigest => createDigests(readKeyRing(secret).pseudonyms).audit;
