import { repairApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { learnMissed } from '../src/stream/learn-missed.ts';
import { sealMissed } from '../src/stream/seal-missed.ts';
import { settleMissed } from '../src/stream/settle-missed.ts';
import { reconcileCounts } from '../src/use-cases/reconcile-counts.ts';

const app = repairApp();

export const handler = job(
  'reconcile-counts',
  app,
  (run) =>
    reconcileCounts(
      {
        store: app.store,
        learnMissed: (decided) => learnMissed(app, decided, run),
        settleMissed: (place) => settleMissed(app, place, { ...run, before: run.now }),
        sealMissed: (trail, before) => sealMissed(app, trail, { ...run, before }),
      },
      run,
    ),
  { looksBack: true },
);
