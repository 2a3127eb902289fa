import * as z from 'zod';
import { email } from '../src/api/fields/fields.ts';
import { memberName } from '../src/api/team/member-shapes.ts';
import { type Role, roles } from '../src/comment/member.ts';
import { WrongArguments } from '../tools/command.ts';
import { isSiteId } from './site-options.ts';

const options = z
  .object({
    site: z.string('is missing').refine(isSiteId, 'takes 1-63 of a-z, 0-9 and inner hyphens'),
    email: email.optional(),
    name: memberName().optional(),
    role: z.enum(roles, `is one of ${roles.join(', ')}`).optional(),
    list: z.boolean().optional(),
    remove: z.string().min(1, 'is empty').optional(),
    url: z
      .string()
      .refine(
        (text) => /^https?:$/.test(URL.parse(text)?.protocol ?? '') && !/[?#@]/.test(text),
        'is an address like https://comments.example.org, without a query',
      )
      .optional(),
    table: z.string().min(1, 'is empty').optional(),
  })
  .refine(({ email: to, list, remove }) => [to, list, remove].filter(Boolean).length === 1, {
    path: ['email'],
    error: 'is missing, or give --list or --remove instead, and only one of them',
  })
  .refine(({ email: to, name }) => (to === undefined) === (name === undefined), {
    path: ['name'],
    error: 'goes with --email, and --email with it',
  })
  .refine(({ email: to, role }) => role === undefined || to !== undefined, {
    path: ['role'],
    error: 'goes with --email',
  });

/** What to do with a site's team. */
export type TeamTask =
  | { readonly kind: 'invite'; readonly email: string; readonly name: string; readonly role: Role }
  | { readonly kind: 'list' }
  | { readonly kind: 'remove'; readonly id: string };

/** The command line's words. @throws {WrongArguments} with one line that names each option that is missing or wrong */
export const memberOptions = (values: Readonly<Record<string, unknown>>) => {
  const { data, error } = options.safeParse(values);
  if (!data)
    throw new WrongArguments(
      error.issues.map(({ path, message }) => `--${path[0]?.toString()} ${behindName(message)}`).join('; '),
    );
  const { site, table, url } = data;
  return { site, table, url: url?.replace(/\/+$/, ''), task: taskOf(data) };
};

const taskOf = ({ email: to, name = '', role = 'admin', remove }: z.output<typeof options>): TeamTask => {
  if (to !== undefined) return { kind: 'invite', email: to, name, role };
  return remove === undefined ? { kind: 'list' } : { kind: 'remove', id: remove };
};

/** "It must be an email address." as what an option's name is put before. */
export const behindName = (message: string): string =>
  message
    .replace(/^It must be /, 'is not ')
    .replace(/^It (?=must |is )/, '')
    .replace(/[.]$/, '');
