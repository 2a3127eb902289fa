import { learningView } from '../src/api/moderator-views.ts';
import { type Reply, roles } from '../src/api/moderators/reset-learning.ts';
import { moderatorsApp } from '../src/app.ts';
import { actingAs } from '../src/lambda/acting.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { resetLearning } from '../src/use-cases/reset-learning.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ site, moderator }) => {
    const { store, now } = app;
    await resetLearning(app, site.id, actingAs(moderator, app));
    const [memory, pages] = await Promise.all([store.fetchMemory(site.id), store.fetchSpamPages(site.id)]);
    return json<Reply>(200, learningView(site.id, { memory, pages }, now()));
  });
