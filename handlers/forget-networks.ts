import { maintenanceApp } from '../src/app.ts';
import { job } from '../src/lambda/job.ts';
import { forgetNetworks } from '../src/use-cases/forget-networks.ts';

const app = maintenanceApp();

export const handler = job('forget-networks', app, (run) => forgetNetworks(app, run));
