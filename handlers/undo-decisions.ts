import { body, bodyBytesMax, type Reply, roles } from '../src/api/moderators/undo-decisions.ts';
import { moderatorsApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { resultsOf } from '../src/lambda/moderators/decisions.ts';
import { undoDecisions } from '../src/use-cases/undo-decisions.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body, bodyBytesMax))
  .handler(async ({ site, moderator, body: { undo } }) => {
    const { tokens } = await app.secrets(undo);
    const now = app.now();
    const steps = tokens.undo.read(undo, site.id, now);
    if (!steps) throw new Refusal('invalid-undo', 'The token is damaged, too old or not of this site.');
    const context = { site, by: moderator.id, now, batch: app.newBatch() };
    return json<Reply>(200, { results: resultsOf(await undoDecisions(app, steps, context)) });
  });
