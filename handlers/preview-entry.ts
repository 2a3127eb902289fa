import { formOf } from '../src/api/fields/entry-form.ts';
import { entryPreview } from '../src/api/moderator-views.ts';
import { query, type Reply, roles } from '../src/api/moderators/preview-entry.ts';
import { previewApp } from '../src/app.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readQuery } from '../src/lambda/middleware/read-query.ts';
import { previewEntry } from '../src/use-cases/preview-entry.ts';

const app = previewApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readQuery(query))
  .handler(async ({ site, query: asked }) => {
    const entry = formOf(asked.list, asked.entry);
    const { digests } = await app.secrets();
    const question = { site: site.id, list: asked.list, entry, emailKey: digests.email(site.id, entry) };
    return json<Reply>(200, entryPreview(await previewEntry(app, question)));
  });
