import { learningView } from '../src/api/moderator-views.ts';
import { type Reply, roles } from '../src/api/moderators/read-learning.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site }) => {
    const [memory, pages] = await Promise.all([
      app.store.fetchMemory(site.id),
      app.store.fetchSpamPages(site.id),
    ]);
    return json<Reply>(200, learningView(site.id, { memory, pages }, app.now()));
  });
