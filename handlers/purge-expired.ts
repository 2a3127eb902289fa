import { maintenanceApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { purgeExpired } from '../src/use-cases/purge-expired.ts';
import { endPastSurges } from '../src/use-cases/surges/end-past-surges.ts';

const app = maintenanceApp();

/** The ends of surges come last: whatever keeps them from being written keeps nothing from being removed. */
export const handler = job('purge-expired', app, async (run) => {
  const report = await purgeExpired(app, run);
  if (!run.dryRun) await endPastSurges(app, run.now);
  return report;
});
