import { expect, test } from '@jest/globals';
import { memberOptions } from '../../cli/member-options.ts';
import { readArguments, WrongArguments } from '../../tools/command.ts';

const invite = { site: 'demo', email: 'claire@example.org', name: 'Claire' };

test('who is invited becomes an admin, unless said otherwise', () => {
  expect(memberOptions(invite).task).toEqual({
    kind: 'invite',
    email: invite.email,
    name: 'Claire',
    role: 'admin',
  });
  expect(memberOptions({ ...invite, role: 'moderator' }).task).toMatchObject({ role: 'moderator' });
  expect(memberOptions({ site: 'demo', list: true }).task).toEqual({ kind: 'list' });
  expect(memberOptions({ site: 'demo', remove: 'x' }).task).toEqual({ kind: 'remove', id: 'x' });
  expect(memberOptions({ ...invite, url: 'https://comments.example.org/' }).url).toBe(
    'https://comments.example.org',
  );
});

test.each([
  [{}, '--site is missing'],
  [{ site: 'demo' }, '--email is missing, or give --list or --remove instead'],
  [{ ...invite, site: 'Le Journal' }, '--site takes 1-63'],
  [{ ...invite, list: true }, 'only one of them'],
  [{ ...invite, email: 'claire' }, '--email is not an email address'],
  [{ ...invite, name: undefined }, '--name goes with --email'],
  [{ site: 'demo', list: true, name: 'Claire' }, '--name goes with --email'],
  [{ site: 'demo', list: true, role: 'admin' }, '--role goes with --email'],
  [{ ...invite, role: 'owner' }, '--role is one of moderator, admin'],
  [
    { ...invite, name: '\u2067Claire' },
    '--name must have no hidden characters and not turn the direction of writing',
  ],
  [{ ...invite, name: 'x'.repeat(81) }, '--name must have at most 80 characters'],
  [{ ...invite, url: 'comments.example.org' }, '--url is an address like'],
  [{ ...invite, url: 'https://x.example/?a=1#frag' }, '--url is an address like'],
  [{ ...invite, url: 'https://x.example/#' }, '--url is an address like'],
  [{ ...invite, url: 'https://claire@x.example' }, '--url is an address like'],
])('what cannot be done is refused in one line that names the option: %j', (values, message) => {
  expect(() => memberOptions(values)).toThrow(WrongArguments);
  expect(() => memberOptions(values)).toThrow(message);
  expect(() => memberOptions(values)).toThrow(/^[^\n]+$/);
});

test('an id that begins with a dash is the value of its option, and an unknown option is none', () => {
  const options = { remove: { type: 'string' }, list: { type: 'boolean' } } as const;
  const id = '-AAAAAAAAAAAAAAAAAAAAA';
  expect(readArguments(['--remove', id], { options }).values).toEqual({ remove: id });
  expect(() => readArguments(['--remove', '--list'], { options })).toThrow(/ambiguous/);
  expect(() => readArguments(['-AAAAAAAA'], { options })).toThrow(/Unknown option/);
});
