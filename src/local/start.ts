import { environment } from '../config.ts';
import { readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

// npm start: everything on this machine, at an address that only this machine reaches.

try {
  const settings = readSettings(environment());
  const { url, stop } = await startServer(settings, environment());
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => void stop().then(() => process.exit(0)));
  console.log(`
  Article pages   ${url}/fr/  ${url}/en/
  The API         ${url}/openapi.json
  To moderate     npm run --silent token -- --site demo --scope comments:moderate
  Kept in         ${settings.dataDir}
`);
  console.log(`ready on ${url}`);
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
