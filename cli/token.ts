import { parseArgs } from 'node:util';
import { readSettings } from '../local/settings.ts';
import { signToken } from '../local/sign-token.ts';
import { readSigningKey } from '../local/signing-key.ts';
import { audienceOf, readStack } from '../local/stack.ts';
import { environment } from '../src/config.ts';

// npm run --silent token -- --site demo --scope comments:moderate [--sub who] [--ttl seconds]

const TTL_S = '28800';
const USAGE =
  'token --site <id> [--site <id> ...] --scope comments:moderate|comments:admin [--sub <who>] [--ttl <seconds>]';

try {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', multiple: true },
      scope: { type: 'string', multiple: true },
      sub: { type: 'string', default: 'local-moderator' },
      ttl: { type: 'string', default: TTL_S },
    },
  });
  const { site, scope, sub, ttl } = values;
  if (!site || !scope || !/^[1-9]\d{0,8}$/.test(ttl)) throw new Error(`Usage: ${USAGE}`);
  const { dataDir } = readSettings(environment());
  const token = await signToken(
    await readSigningKey(dataDir),
    { sub, sites: site, scopes: scope, audience: audienceOf(readStack()), ttlS: Number(ttl) },
    Date.now(),
  );
  console.log(token);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
