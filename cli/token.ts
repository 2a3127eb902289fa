import { openData } from '../local/open-data.ts';
import { findRunning } from '../local/running.ts';
import { readSettings, type Settings } from '../local/settings.ts';
import { localMember } from '../local/sign-in/local-member.ts';
import { signToken } from '../local/sign-in/sign-token.ts';
import { LOCAL_AUDIENCE, readSigningKey } from '../local/signing-key.ts';
import { environment } from '../src/config.ts';
import type { Store } from '../src/storage/dynamodb/store.ts';
import { appointMember } from '../src/use-cases/appoint-member.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { byCommand } from './by-command.ts';
import { storeOn } from './store-on.ts';
import { DEFAULT_TTL_S, ROLES, type TokenValues, tokenOptions, USAGE } from './token-options.ts';

/** Sites that a message names at most. */
const NAMED_MAX = 20;

const HELP = `npm run --silent ${USAGE.replace('token', 'token --')}

Makes a program a member of a site, where it is none yet, and prints its token, which the running local server takes: it is signed with
the key in the server's data folder. A member of that name with another role gets this one.

  --site ID       whose comments it opens; may be given again
  --role ROLE     moderator (queues, decisions) or admin (policy, learning and team too)
  --scope SCOPE   the same by another name, ${ROLES.moderator} or ${ROLES.admin}; may be given again
  --sub WHO       who decides, as the audit trail names them; local-moderator or local-admin when absent
  --ttl SECONDS   how long it lasts; ${DEFAULT_TTL_S} when absent
  --data-dir DIR  the server's data folder; DATA_DIR when absent, or .data
  --help          this`;

await runCommand({
  help: HELP,
  options: {
    site: { type: 'string', multiple: true },
    role: { type: 'string', multiple: true },
    scope: { type: 'string', multiple: true },
    sub: { type: 'string' },
    ttl: { type: 'string', default: DEFAULT_TTL_S },
    'data-dir': { type: 'string' },
  },
  run: async (values) => {
    const options = tokenOptions(values);
    const settings = settingsFor(values);
    checkRunning(settings.dataDir);
    await appointTo(options, settings);
    const request = { ...options, audience: LOCAL_AUDIENCE };
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

async function appointTo(
  { sites, name, sub, role }: ReturnType<typeof tokenOptions>,
  settings: Settings,
): Promise<void> {
  const { client, tableName, close } = await openData(settings);
  try {
    const store = storeOn(client, tableName);
    await checkSites(sites, store);
    for (const site of sites) {
      const program = { ...localMember(site, sub), name, role, kind: 'program' } as const;
      const outcome = await appointMember({ store }, program, byCommand);
      if (outcome === 'changed') console.error(`${name} of ${site} is now its ${role}`);
    }
  } finally {
    close();
  }
}

async function checkSites(asked: readonly string[], store: Store): Promise<void> {
  const known = (await store.listSites()).map(({ id }) => id).sort();
  const [unknown] = asked.filter((id) => !known.includes(id));
  if (unknown === undefined) return;
  const some = `${known.slice(0, NAMED_MAX).join(', ')}${known.length > NAMED_MAX ? ', …' : ''}`;
  throw new WrongArguments(`--site ${unknown} names no site of the server, which has ${some || 'none'}`);
}
