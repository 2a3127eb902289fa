import { openData } from '../local/open-data.ts';
import { findRunning } from '../local/running.ts';
import { readSettings, type Settings } from '../local/settings.ts';
import { signToken } from '../local/sign-token.ts';
import { readSigningKey } from '../local/signing-key.ts';
import { audienceOf, readStack } from '../local/stack.ts';
import { environment } from '../src/config.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { storeOn } from './store-on.ts';
import { DEFAULT_TTL_S, ROLES, type TokenValues, tokenOptions, USAGE } from './token-options.ts';

/** Sites that a message names at most. */
const NAMED_MAX = 20;

const HELP = `npm run --silent ${USAGE.replace('token', 'token --')}

Prints a token that the running local server takes, signed with the key in its data folder.

  --site ID       whose comments it opens; may be given again
  --role ROLE     moderator (queues, decisions) or admin (policy and learning too)
  --scope SCOPE   the same as the API names it, ${ROLES.moderator} or ${ROLES.admin}; may be given again
  --sub WHO       who decides, as the audit trail names them; local-moderator when absent
  --ttl SECONDS   how long it lasts; ${DEFAULT_TTL_S} when absent
  --data-dir DIR  the server's data folder; DATA_DIR when absent, or .data
  --help          this`;

await runCommand({
  help: HELP,
  options: {
    site: { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    scope: { type: 'string', multiple: true },
    sub: { type: 'string', default: 'local-moderator' },
    ttl: { type: 'string', default: DEFAULT_TTL_S },
    'data-dir': { type: 'string' },
  },
  run: async (values) => {
    const stack = readStack();
    const options = tokenOptions(values);
    const settings = settingsFor(values);
    checkRunning(settings.dataDir);
    await checkSites(options.sites, settings);
    const request = { ...options, audience: audienceOf(stack) };
    return signToken(await readSigningKey(settings.dataDir), request, Date.now());
  },
});

function settingsFor({ 'data-dir': folder }: TokenValues): Settings {
  return readSettings({ ...environment(), ...(folder === undefined ? {} : { DATA_DIR: folder }) });
}

/** A key made here would not be the key of any server. */
function checkRunning(dataDir: string): void {
  if (findRunning(dataDir)) return;
  throw new Error(
    `No server is ready on ${dataDir}: run npm start, or name the data folder of the one that runs with --data-dir or DATA_DIR.`,
  );
}

async function checkSites(asked: readonly string[], settings: Settings): Promise<void> {
  const { client, tableName, close } = await openData(settings);
  try {
    const known = (await storeOn(client, tableName).listSites()).map(({ id }) => id).sort();
    const [unknown] = asked.filter((id) => !known.includes(id));
    if (unknown === undefined) return;
    const some = `${known.slice(0, NAMED_MAX).join(', ')}${known.length > NAMED_MAX ? ', …' : ''}`;
    throw new WrongArguments(`--site ${unknown} names no site of the server, which has ${some || 'none'}`);
  } finally {
    close();
  }
}
