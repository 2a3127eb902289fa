import { maintenanceApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { purgeExpired } from '../src/use-cases/purge-expired.ts';
import { endPastSurges } from '../src/use-cases/surges/end-past-surges.ts';

const app = maintenanceApp();

export const handler = job('purge-expired', app, async (run) => {
  if (!run.dryRun) await endPastSurges(app, run.now);
  return purgeExpired(app, run);
});
