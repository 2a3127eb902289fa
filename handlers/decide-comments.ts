import { decisionsRequest } from '../src/api/moderation.ts';
import { readOrRefuse } from '../src/api/read-or-refuse.ts';
import { moderatorsApp } from '../src/app.ts';
import { decisionsReply, undoable } from '../src/lambda/decisions.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { jsonValue, readBody } from '../src/lambda/middleware/read-body.ts';
import { decideComments } from '../src/use-cases/decide-comments.ts';

/** A hundred decisions, each with its note. */
const BYTES_MAX = 256 * 1024;
const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .with(readBody({ bytesMax: BYTES_MAX }))
  .handler(async ({ site, moderator, input }) => {
    const { decisions } = readOrRefuse(decisionsRequest, jsonValue(input));
    const { tokens } = await app.secrets();
    const now = app.now();
    const context = { site, by: moderator.sub, now, batch: app.newBatch() };
    const decided = await decideComments(app, decisions, context);
    const steps = undoable(decided);
    return decisionsReply(decided, steps.length === 0 ? null : tokens.undo.issue(site.id, steps, now));
  });
