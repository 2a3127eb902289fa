import { UpdateItemCommand } from '@aws-sdk/client-dynamodb';
import { expect, test } from '@jest/globals';
import type { Invitation, Member } from '../../src/comment/member.ts';
import { toItem } from '../../src/storage/dynamodb/attributes.ts';
import { memberKey } from '../../src/storage/dynamodb/team/member-item.ts';
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

test('a member whose item cannot be read is told of as such', async () => {
  const { client, tableName } = fixture;
  const who = { site: 'demo', id: 'm2', identity: 'i2', name: 'Script' };
  const wanted = { ...who, role: 'moderator', kind: 'program' } as const;
  const appointed = () => appointMember(fixture, wanted, () => acting('command'));
  expect(await appointed()).toBe('added');
  await client.send(
    new UpdateItemCommand({
      TableName: tableName,
      Key: toItem(memberKey('demo', 'm2')),
      UpdateExpression: 'REMOVE createdAt',
    }),
  );
  await expect(appointed()).rejects.toThrow('no readable "createdAt"');
});

test('an invitation that is taken back changes the team', async () => {
  const { store } = fixture;
  const invitation: Invitation = {
    ...{ site: 'demo', id: 'i1', name: 'Jean', role: 'moderator', address: 'a' },
    ...{ createdAt: 1, expiresAt: 2_000_000_000_000 },
  };
  const event = { site: 'demo', at: 1, by: 'command', subject: 'i1' } as const;
  const before = await store.readTeam('demo');
  const invite = { invitation, replaced: [], team: before.version };
  expect(await store.addInvitation(invite, { ...event, id: 'e2', action: 'invite-member' })).toBe(true);
  await store.dropInvitation(invitation, { ...event, id: 'e3', action: 'remove-member' });
  expect((await store.readTeam('demo')).version).toBe(before.version + 2);
});
