import { body, type Reply } from '../src/api/readers/receipt/export-comments.ts';
import { exportView } from '../src/api/receipts/receipt-views.ts';
import { ownDataApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { json, wantsPage } from '../src/lambda/http.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { authorOf } from '../src/lambda/receipt/author-of.ts';
import { readGiven } from '../src/lambda/receipt/read-given.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { exportComments } from '../src/use-cases/export-comments.ts';

const app = ownDataApp();

/** A browser saves it rather than show it. */
const ATTACHED = { 'content-disposition': 'attachment; filename="comments.json"' };

export const handler = receiptEndpoint(app)
  .with(readBody({ forms: true }))
  .with(readGiven(body, ['visitor', 'cursor']))
  .handler(async (known) => {
    const { event, site, own, given } = known;
    const author = await authorOf(known, given.visitor, app);
    const { tokens } = await app.secrets(given.cursor);
    const cursors = cursorsOf(tokens, 'export', site.id, author ?? '');
    const asked = { author, now: app.now(), ...cursors.from(given.cursor) };
    const exported = cursors.sealed(await exportComments(app, own, asked));
    return json<Reply>(200, exportView(site.id, exported), wantsPage(event) ? ATTACHED : {});
  });
