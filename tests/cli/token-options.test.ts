import { expect, test } from '@jest/globals';
import { ROLES, tokenOptions } from '../../cli/token-options.ts';
import { moderators } from '../../src/api/scopes.ts';
import { WrongArguments } from '../../tools/command.ts';

const given = { site: ['demo'], sub: 'claire', ttl: '60' };
const scopesOf = (values: object) => tokenOptions({ ...given, ...values }).scopes;

test('every scope that the API asks for has a role', () => {
  expect(Object.values(ROLES)).toEqual([...moderators]);
});

test('a role and its scope come to the same token', () => {
  expect(scopesOf({ role: ['moderator'] })).toEqual(scopesOf({ scope: ['comments:moderate'] }));
  expect(scopesOf({ role: ['admin'] })).toEqual(['comments:admin']);
  expect(scopesOf({ role: ['admin'], scope: ['comments:admin'] })).toEqual(['comments:admin']);
  expect(scopesOf({ role: ['admin', 'moderator'], scope: ['comments:moderate', 'comments:admin'] })).toEqual([
    'comments:admin',
    'comments:moderate',
  ]);
});

test.each([
  [{ role: ['moderator'], scope: ['comments:admin'] }, '--role moderator and --scope comments:admin differ'],
  [{ role: ['admin'], scope: ['comments:moderate', 'comments:admin'] }, 'differ'],
  [{ role: ['comments:moderate'] }, '--role comments:moderate is none of moderator, admin'],
  [{ scope: ['moderator'] }, '--scope moderator is none of comments:moderate, comments:admin'],
  [{ scope: ['comments:moderate,comments:admin'] }, 'is none of comments:moderate, comments:admin'],
  [{ role: ['constructor'] }, '--role constructor is none of'],
  [{ role: [''] }, 'is none of'],
  [{}, '--role is missing'],
  [{ site: [], role: ['admin'] }, '--site is missing'],
  [{ site: ['Le Journal'], role: ['admin'] }, '--site Le Journal names no site'],
  [{ role: ['admin'], ttl: '0' }, '--ttl is a number of seconds'],
  [{ role: ['admin'], sub: ' ' }, '--sub is empty'],
  [{ role: ['admin'], sub: 'a\nb' }, '--sub is more than one line'],
])('what a token cannot hold is refused in one line that names it: %j', (values, message) => {
  expect(() => scopesOf(values)).toThrow(WrongArguments);
  expect(() => scopesOf(values)).toThrow(message);
  expect(() => scopesOf(values)).toThrow(/^[^\n]+$/);
});
