import { body, type Reply, roles } from '../src/api/moderators/reply-to-comment.ts';
import { UNDO_MAX } from '../src/api/moderators/undo-decisions.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { repliedView, writtenBy } from '../src/lambda/moderators/staff-replies.ts';
import { replyToComment } from '../src/use-cases/reply-to-comment.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body))
  .handler(async ({ site, moderator, body: { text, ...asked } }) => {
    const { digests, tokens } = await app.secrets();
    const context = { site, by: moderator.id, now: app.now(), batch: app.newBatch() };
    const written = writtenBy(moderator, { ...asked, site, text, id: context.batch, digests });
    const replied = await replyToComment(app, asked, written, context);
    return json<Reply>(
      201,
      repliedView(replied, site, (steps) => tokens.undo.issue(site.id, steps, context.now, UNDO_MAX)),
    );
  });
