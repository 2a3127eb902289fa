import { upkeepApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { reconcileCounts } from '../src/use-cases/reconcile-counts.ts';

const app = upkeepApp();

export const handler = job('reconcile-counts', (run) => reconcileCounts(app, { ...run, now: app.now() }));
