import { randomBytes, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { writeWhole } from '../local/keep.ts';
import { secretFileIn, secretIn } from '../local/secret.ts';
import { readSettings } from '../local/settings.ts';
import { environment } from '../src/config.ts';
import { readKeyRing, rotated, writeKeyRing } from '../src/tokens/key-ring.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { openStack } from './stage/stack.ts';
import { type Stage, stageOf, stageOptions } from './stage/stage-options.ts';
import { storedSecret } from './stage/stored-secret.ts';

const DAY_MS = 86_400_000;
/** Longer than the longest token lives: a visitor's proof, a year. */
const OVERLAP_D = '400';

const HELP = `npm run rotate-keys [-- --stage <name> [--region <name>]] [--overlap-days <n>]

Puts a new key into use for what the service seals: receipts, visitors' proofs, forms, cursors, undo tokens. What the key before sealed still opens
for the overlap, or until the next rotation. Wait ten minutes between two rotations: for up to five, functions still seal with the key before, and a
second rotation voids that as well. Pseudonyms of authors and networks have another key, which stays. Nothing is deployed or
restarted.

Without a stage: the secret of the data folder (DATA_DIR), beside a running server or without one.

  --stage <name>      the secret of a deployed stack, whose outputs name it; functions know the new key within five minutes
  --region <name>     where that is; by default where deploy/<stage>.json says it was deployed, or the region of serverless.yml
  --overlap-days <n>  how long the key before still opens; ${OVERLAP_D} by default, 0 when somebody else may know it
  --help              this`;

type Stored = {
  readonly read: () => Promise<Uint8Array>;
  readonly write: (text: string) => Promise<void>;
  readonly close: () => void;
};

const openLocal = (): Stored => {
  const { dataDir } = readSettings(environment());
  const file = secretFileIn(dataDir);
  if (!existsSync(file))
    throw new Error(`${dataDir} holds no secret: set DATA_DIR to the data folder of a server that ran.`);
  return {
    read: async () => secretIn(file),
    write: async (text) => writeWhole(file, text),
    close: () => {},
  };
};

const openStage = async (stage: Stage): Promise<Stored> => {
  const { ask, output, close } = await openStack(stage);
  const { read, write } = storedSecret(ask, output('SecretArn'));
  return { read, write: (text) => write(text, randomUUID()), close };
};

const rotate = async ({ read, write }: Stored, overlapDays: number): Promise<string> => {
  const until = Date.now() + overlapDays * DAY_MS;
  const fresh = { id: randomBytes(3), key: randomBytes(32) };
  await write(writeKeyRing(rotated(readKeyRing(await read()), fresh, until)));
  const end = overlapDays === 0 ? 'opens nothing any more' : `opens until ${new Date(until).toISOString()}`;
  return `A new key seals from now on. The one before ${end}, and the one before that opens nothing.`;
};

await runCommand({
  help: HELP,
  options: {
    ...stageOptions,
    'overlap-days': { type: 'string', default: OVERLAP_D },
  },
  run: async ({ 'overlap-days': days, ...values }) => {
    if (!/^\d{1,4}$/.test(days))
      throw new WrongArguments('--overlap-days is a number of days, from 0 to 9999');
    const stage = stageOf(values);
    const stored = stage ? await openStage(stage) : openLocal();
    try {
      return await rotate(stored, Number(days));
    } finally {
      stored.close();
    }
  },
});
