import { undoRequest } from '../src/api/moderation.ts';
import { readOrRefuse } from '../src/api/read-or-refuse.ts';
import { moderatorsApp } from '../src/app.ts';
import { Refusal } from '../src/comment/refusal.ts';
import { decisionsReply } from '../src/lambda/decisions.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { jsonValue, readBody } from '../src/lambda/middleware/read-body.ts';
import { undoDecisions } from '../src/use-cases/undo-decisions.ts';

/** The token of a hundred decisions on articles with the longest ids, and of as many comments held with them. */
const BYTES_MAX = 256 * 1024;
const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly('comments:moderate', 'comments:admin'))
  .with(readBody({ bytesMax: BYTES_MAX }))
  .handler(async ({ site, moderator, input }) => {
    const { undo } = readOrRefuse(undoRequest, jsonValue(input));
    const { tokens } = await app.secrets();
    const now = app.now();
    const steps = tokens.undo.read(undo, site.id, now);
    if (!steps) throw new Refusal('invalid-undo', 'The token is damaged, too old or not of this site.');
    const context = { site, by: moderator.sub, now, batch: app.newBatch() };
    return decisionsReply(await undoDecisions(app, steps, context));
  });
