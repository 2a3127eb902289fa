import { body, bodyBytesMax, type Reply, roles } from '../src/api/moderators/policy/backtest-policy.ts';
import { backtestPage } from '../src/api/views/backtest-view.ts';
import { policyTrialApp } from '../src/app.ts';
import { cursorsOf } from '../src/lambda/cursors.ts';
import { endpoint } from '../src/lambda/endpoint.ts';
import { json } from '../src/lambda/http.ts';
import { moderatorsOnly } from '../src/lambda/middleware/moderators-only.ts';
import { readJson } from '../src/lambda/middleware/read-json.ts';
import { backtestPolicy } from '../src/use-cases/backtest-policy.ts';

const app = policyTrialApp();

export const handler = endpoint(app)
  .with(moderatorsOnly(app, roles))
  .with(readJson(body, bodyBytesMax))
  .handler(async ({ site, language, moderator, body: { policy, limit, cursor } }) => {
    const { tokens } = await app.secrets(cursor);
    const cursors = cursorsOf(tokens, 'backtest', site.id, moderator.id);
    const page = await backtestPolicy(app, site, { policy, limit, ...cursors.from(cursor) });
    return json<Reply>(200, backtestPage(cursors.sealed(page), language));
  });
