import { queuesView } from '../src/api/moderator-views.ts';
import { type Reply, roles } from '../src/api/moderators/list-queues.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site }) => json<Reply>(200, queuesView(await app.store.listQueues(site.id), app.now())));
