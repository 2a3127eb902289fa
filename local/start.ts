import { flushCompileCache } from 'node:module';
import { environment } from '../src/config.ts';
import { whenParentEnds } from '../tools/processes.mjs';
import { readSettings } from './settings.ts';
import { startServer } from './start-server.ts';

// npm start: everything on this machine, at an address that only this machine reaches.

const parent = process.ppid;

try {
  const settings = readSettings(environment());
  const { url, stop } = await startServer(settings, environment());
  let isLeaving = false;
  const leave = () => {
    if (isLeaving) return;
    isLeaving = true;
    void stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error instanceof Error ? error.message : error);
        process.exit(1);
      },
    );
  };
  // SIGHUP: the terminal was closed; Windows then leaves a process some seconds.
  process.on('SIGTERM', leave).on('SIGINT', leave).on('SIGHUP', leave);
  // npm hands a signal to its shell, which does not always hand it on: ended without us, it still means us.
  if (environment().npm_lifecycle_event !== undefined) whenParentEnds(parent, leave);
  console.log(`
  Article pages   ${url}/fr/  ${url}/en/
  The API         ${url}/openapi.json
  To moderate     npm run --silent token -- --site demo --scope comments:moderate
  Kept in         ${settings.dataDir}
`);
  console.log(`ready on ${url}`);
  // So that the next start is quick even if this process is killed.
  flushCompileCache();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
