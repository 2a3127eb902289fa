import { queuesView } from '../src/api/moderator-views.ts';
import { type Reply, roles } from '../src/api/moderators/list-queues.ts';
import { pollApp } from '../src/app.ts';
import { isKnown } from '../src/lambda/cached.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { headerOf, json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';

const app = pollApp();

/** A browser keeps the counts for its moderator, and asks each time whether they are still so. */
const headersOf = (revision: string) => ({
  etag: `W/"${revision}"`,
  'cache-control': 'private, no-cache',
  vary: 'Authorization',
});

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .handler(async ({ event, site }) => {
    const known = headerOf(event, 'if-none-match');
    const current = known && headersOf(await app.store.readQueuesRevision(site.id));
    if (current && isKnown(known, current.etag)) return { statusCode: 304, headers: current, body: '' };
    const states = await app.store.listQueues(site.id);
    return json<Reply>(
      200,
      queuesView(states, { policy: site.policy, now: app.now() }),
      headersOf(states.revision),
    );
  });
