import { expect, test } from '@jest/globals';
import { ROLES, tokenOptions } from '../../cli/token-options.ts';
import { roles } from '../../src/comment/member.ts';
import { WrongArguments } from '../../tools/command.ts';

const given = { site: ['demo'], sub: 'claire', ttl: '60' };
const roleOf = (values: object) => tokenOptions({ ...given, ...values }).role;

test('every role that a member may have can be asked for', () => {
  expect(Object.keys(ROLES)).toEqual([...roles]);
});

test('a role and its scope come to the same, and the higher one of two counts', () => {
  expect(roleOf({ role: ['moderator'] })).toBe('moderator');
  expect(roleOf({ scope: ['comments:moderate'] })).toBe('moderator');
  expect(roleOf({ role: ['admin'], scope: ['comments:admin'] })).toBe('admin');
  expect(roleOf({ scope: ['comments:moderate', 'comments:admin'] })).toBe('admin');
});

test('who is not named is named after the role and the sites, so that none is a program of another site', () => {
  const subOf = (role: string) => tokenOptions({ site: ['demo'], ttl: '60', role: [role] }).sub;
  expect(['moderator', 'admin'].map(subOf)).toEqual(['local-moderator@demo', 'local-admin@demo']);
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
  [{ role: ['admin'], sub: ' ' }, '--sub is required'],
  [{ role: ['admin'], sub: '\u200B' }, '--sub must have characters that can be seen'],
  [{ role: ['admin'], sub: 'a\nb' }, '--sub is not one line of Unicode text'],
  [{ role: ['admin'], sub: 'x'.repeat(81) }, '--sub must have at most 80 characters'],
  [
    { role: ['admin'], sub: 'Claire\u202E' },
    '--sub must have no hidden characters and not turn the direction of writing',
  ],
])('what a token cannot hold is refused in one line that names it: %j', (values, message) => {
  expect(() => roleOf(values)).toThrow(WrongArguments);
  expect(() => roleOf(values)).toThrow(message);
  expect(() => roleOf(values)).toThrow(/^[^\n]+$/);
});
