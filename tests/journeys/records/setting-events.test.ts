import { expect, test } from '@jest/globals';
import { follow } from '../follow-stream.ts';
import { CLAIRE } from '../people.ts';
import { asModerator, decide, submit } from '../requests.ts';
import { withBackend } from '../with-backend.ts';

const backend = withBackend();
const entries = async () => (await asModerator('list-audit')).json().entries;

test('settings of an article and a filter that forgets are told by the site’s own trail, without their texts', async () => {
  const sent = await submit('halle', { author: 'Camille', text: 'La halle rouvre enfin.' });
  await follow(backend);
  await decide('halle', sent.json().id, 'spam');
  await follow(backend);
  const settings = { mode: 'closed', title: 'La halle rouvre' };
  await asModerator('change-article', { method: 'PUT', article: 'halle', body: settings });
  await follow(backend);
  await asModerator('reset-learning', { method: 'DELETE' });
  await follow(backend);
  const [forgotten, closed] = await entries();
  expect(forgotten).toMatchObject({ action: 'reset-learning', subject: 'learned-filter', by: CLAIRE });
  expect(closed).toMatchObject({
    ...{ action: 'change-article', subject: 'halle', by: CLAIRE },
    ...{ before: 'open', after: 'closed, title' },
  });
  expect(JSON.stringify(closed)).not.toContain('rouvre');
});
