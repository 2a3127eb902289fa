import { body, bodyBytesMax, type Reply, roles } from '../src/api/moderators/decide-comments.ts';
import { UNDO_MAX } from '../src/api/moderators/undo-decisions.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { resultsOf, undoable } from '../src/lambda/moderators/decisions.ts';
import { decideComments } from '../src/use-cases/decide-comments.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body, bodyBytesMax))
  .handler(async ({ site, moderator, body: { decisions } }) => {
    const { tokens } = await app.secrets();
    const now = app.now();
    const context = { site, by: moderator.id, now, batch: app.newBatch() };
    const decided = await decideComments(app, decisions, context);
    const steps = undoable(decided);
    const undo = steps.length === 0 ? null : tokens.undo.issue(site.id, steps, now, UNDO_MAX);
    return json<Reply>(200, { results: resultsOf(decided), undo });
  });
