import { body, type Reply, roles } from '../src/api/moderators/reports/mute-reporter.ts';
import { reportersApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { muteReporter } from '../src/use-cases/mute-reporter.ts';

const app = reportersApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site, moderator, body: asked }) => {
    const { digests } = await app.secrets();
    const context = { site, by: moderator.id, now: app.now(), batch: app.newBatch(), digests };
    await muteReporter(app, asked, context);
    return json<Reply>(200, asked);
  });
