import { maintenanceApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { purgeExpired } from '../src/use-cases/purge-expired.ts';

const app = maintenanceApp();

export const handler = job('purge-expired', app, (run) => purgeExpired(app, run));
