import { expect, test } from '@jest/globals';
import type { Member } from '../../src/comment/member.ts';
import { appointMember } from '../../src/use-cases/appoint-member.ts';
import { withStore } from '../storage/with-store.ts';
import { acting } from './policy-app.ts';

const fixture = withStore();

test('who is a member keeps all but the role when they get another: name, kind, private feed and what is reserved', async () => {
  const { store } = fixture;
  const who = { site: 'demo', id: 'm1', identity: 'i1' };
  const lea: Member = {
    ...{ ...who, name: 'Léa Morvan', role: 'moderator', kind: 'person', version: 1, createdAt: 1 },
    ...{ reservedName: 'sAAAAAAAAAAA', reservedEmail: 'sBBBBBBBBBBB', feed: 'digest', feedAt: 2 },
  };
  const event = {
    ...{ id: 'e1', site: 'demo', at: 1, by: 'command' },
    action: 'join',
    subject: 'm1',
  } as const;
  await store.saveMember({ before: undefined, after: lea }, event);

  const wanted = { ...who, name: 'Script', role: 'admin', kind: 'program' } as const;
  expect(await appointMember(fixture, wanted, () => acting('command'))).toBe('changed');
  expect(await store.readMember('demo', 'm1')).toEqual({ ...lea, role: 'admin', version: 2 });
});
