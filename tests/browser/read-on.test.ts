import { expect, test } from '@jest/globals';
import { readOn } from '../../browser/moderation/records/read-on.ts';

const entry = { action: 'ban' } as never;
/** A trail whose first pages are empty. */
const trail = (empty: number) => {
  const asked: (string | null)[] = [];
  const ask = async (cursor: string | null) => {
    asked.push(cursor);
    const at = asked.length;
    const entries = at > empty ? [entry] : [];
    return { isOk: true as const, reply: { entries, next: `${at}`, examined: 1_000, partial: true } };
  };
  return { asked, ask };
};

test('empty pages of the trail are read over', async () => {
  const { asked, ask } = trail(3);
  const answer = await readOn(ask, null);
  expect(asked).toEqual([null, '1', '2', '3']);
  expect(answer).toMatchObject({ reply: { entries: [entry], next: '4' } });
});

test('but not without an end: after ten of them a moderator is asked', async () => {
  const { asked, ask } = trail(1_000);
  const answer = await readOn(ask, '0');
  expect(asked).toHaveLength(10);
  expect(answer).toMatchObject({ reply: { entries: [], next: '10' } });
});
