import { parseArgs } from 'node:util';
import { ensureSite } from '../local/ensure-site.ts';
import { openData } from '../local/open-data.ts';
import { readSettings } from '../local/settings.ts';
import { openStore } from '../local/store.ts';
import { environment } from '../src/config.ts';
import { siteOptions } from './site-options.ts';

// npm run --silent site -- --site lejournal --name "Le Journal" --language fr --origin https://www.lejournal.fr [--table T]
// With --table it is a table in AWS, or behind DYNAMODB_ENDPOINT; without, the local server's.

const run = async () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'string' },
      name: { type: 'string' },
      language: { type: 'string' },
      origin: { type: 'string', multiple: true },
      table: { type: 'string' },
    },
  });
  const { table, ...site } = siteOptions(values);
  const settings = readSettings(environment());
  const data = table === undefined ? await openData(settings) : undefined;
  const { store, close } = openStore(data?.database ?? settings.dynamodbEndpoint, table);
  try {
    return `${site.id}: ${await ensureSite(store, site)}`;
  } finally {
    close();
    data?.close();
  }
};

run().then(console.log, (error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
