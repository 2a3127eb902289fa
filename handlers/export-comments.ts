import { body, type Reply } from '../src/api/readers/receipt/export-comments.ts';
import { exportView } from '../src/api/receipts/receipt-views.ts';
import { ownDataApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { isTooLong } from '../src/lambda/fitting.ts';
import { json, wantsPage } from '../src/lambda/http.ts';
import { readBody } from '../src/lambda/middleware/read-body.ts';
import { authorOf } from '../src/lambda/receipt/author-of.ts';
import { readGiven } from '../src/lambda/receipt/read-given.ts';
import { receiptEndpoint } from '../src/lambda/receipt/receipt-endpoint.ts';
import { type Exported, exportComments, wholeExport } from '../src/use-cases/export-comments.ts';

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
    const read = (from: { readonly from?: string }) =>
      exportComments(app, own, { author, now: app.now(), ...from });
    const replyOf = (exported: Exported, headers = {}) =>
      json<Reply>(200, exportView(site.id, cursors.sealed(exported)), headers);

    const first = await read(cursors.from(given.cursor));
    if (!wantsPage(event)) return replyOf(first);
    const fits = (exported: Exported) => !isTooLong(replyOf(exported).body ?? '');
    return replyOf(await wholeExport(first, read, fits), ATTACHED);
  });
