import { body, params, query, type Reply, roles } from '../src/api/moderators/edit-comment.ts';
import { moderatorsApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { readPath, readQuery } from '../src/lambda/middleware/read-query.ts';
import { editComment } from '../src/use-cases/edit-comment.ts';

const app = moderatorsApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readPath(params))
  .with(readQuery(query))
  .with(readJson(body))
  .handler(async ({ site, moderator, path, query: { article }, body: edit }) => {
    const { digests } = await app.secrets();
    const context = { site, by: moderator.id, now: app.now(), batch: app.newBatch() };
    const asked = { ...edit, ...path, article, digest: digests.fingerprint };
    const { id: comment, status, version } = await editComment(app, asked, context);
    return json<Reply>(200, { article, comment, status, version });
  });
