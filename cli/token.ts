import { readSettings } from '../local/settings.ts';
import { signToken } from '../local/sign-token.ts';
import { readSigningKey } from '../local/signing-key.ts';
import { audienceOf, readStack, type Stack, scopesOf } from '../local/stack.ts';
import { environment } from '../src/config.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { isSiteId } from './site-options.ts';

const TTL_S = '28800';
const USAGE =
  'token --site <id> [--site <id> ...] --scope comments:moderate|comments:admin [--sub <who>] [--ttl <seconds>]';

const HELP = `npm run --silent ${USAGE.replace('token', 'token --')}

Prints a token that the local server takes, signed with the key in DATA_DIR.

  --site ID      whose comments it opens; may be given again
  --scope SCOPE  comments:moderate (queues, decisions) or comments:admin (policy and learning too); may be given again
  --sub WHO      who decides, as the audit trail names them; local-moderator when absent
  --ttl SECONDS  how long it lasts; ${TTL_S} when absent
  --help         this`;

type Values = {
  readonly site?: readonly string[];
  readonly scope?: readonly string[];
  readonly sub: string;
  readonly ttl: string;
};

/** @throws {WrongArguments} with one line that names the option that is missing or wrong */
const requestOf = ({ site = [], scope = [], sub, ttl }: Values, stack: Stack) => {
  const known = scopesOf(stack);
  const problems = [
    ...(site.length === 0 ? ['--site is missing'] : []),
    ...(scope.length === 0 ? ['--scope is missing'] : []),
    ...site.filter((id) => !isSiteId(id)).map((id) => `--site ${id} names no site`),
    ...scope
      .filter((one) => !known.includes(one))
      .map((one) => `--scope ${one} is none of ${known.join(', ')}`),
    ...(sub === '' ? ['--sub is empty'] : []),
    ...(/^[1-9]\d{0,8}$/.test(ttl) ? [] : ['--ttl is a number of seconds, from 1 on']),
  ];
  if (problems.length > 0) throw new WrongArguments(`${problems.join('; ')}. Usage: ${USAGE}`);
  return { sub, sites: site, scopes: scope, audience: audienceOf(stack), ttlS: Number(ttl) };
};

await runCommand({
  help: HELP,
  options: {
    site: { type: 'string', multiple: true },
    scope: { type: 'string', multiple: true },
    sub: { type: 'string', default: 'local-moderator' },
    ttl: { type: 'string', default: TTL_S },
  },
  run: async (values) => {
    const request = requestOf(values, readStack());
    const { dataDir } = readSettings(environment());
    return signToken(await readSigningKey(dataDir), request, Date.now());
  },
});
