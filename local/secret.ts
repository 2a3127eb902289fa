import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { readKeyRing } from '../src/tokens/key-ring.ts';
import { keepOnce, readIfThere } from './keep.ts';
import { databaseIn } from './local-database.ts';

/**
 * The functions' secret as stored in its file: 32 random bytes in hex, made with the folder's database, or the key ring after a rotation.
 * @throws with a sentence for the operator, also when it is missing beside a database in that folder that holds anything
 */
export const readSecret = async (folder: string): Promise<string> => {
  const file = secretFileIn(folder);
  if (readIfThere(file) === undefined) await checkIsNew(folder);
  const text = await keepOnce(file, () => randomBytes(32).toString('hex'));
  secretIn(file);
  return text;
};

export const secretFileIn = (folder: string): string => join(folder, 'secret');

/** A new secret would not be the one that the database's names and seals were made with. */
const checkIsNew = async (folder: string): Promise<void> => {
  const { holdsItems } = await import('./engine/file/holds-items.ts');
  if (holdsItems(databaseIn(folder))) throw withoutSecret(secretFileIn(folder), 'missing');
};

/** The secret as functions are given it. @throws with a sentence for the operator */
export const secretIn = (file: string): Uint8Array => {
  const text = readIfThere(file);
  if (text === undefined) throw withoutSecret(file, 'missing');
  const secret = HEX.test(text) ? Buffer.from(text, 'hex') : Buffer.from(text);
  if (!HEX.test(text) && !isRing(secret)) throw withoutSecret(file, 'damaged');
  return secret;
};

const withoutSecret = (file: string, problem: 'missing' | 'damaged') =>
  new Error(
    `${file} is ${problem}: bring it back from a copy. With another secret no receipt and no visitor's proof opens, bans of networks and authors find nobody, authors begin without a record, and no audit trail fits its seals. To begin anew, set DATA_DIR to another folder.`,
  );

const HEX = /^[0-9a-f]{64}$/;
const isRing = (secret: Uint8Array): boolean => {
  try {
    return readKeyRing(secret).pseudonyms !== secret;
  } catch {
    return false;
  }
};
