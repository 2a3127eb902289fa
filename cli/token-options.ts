import { memberName } from '../src/api/team/member-shapes.ts';
import type { Role } from '../src/comment/member.ts';
import { WrongArguments } from '../tools/command.ts';
import { behindName } from './member-options.ts';
import { isSiteId } from './site-options.ts';

export const DEFAULT_TTL_S = '28800';

/** Other words for the roles. */
export const ROLES = {
  moderator: 'comments:moderate',
  admin: 'comments:admin',
} as const satisfies Readonly<Record<Role, string>>;

export const USAGE =
  'token --site <id> [--site <id> ...] --role moderator|admin [--sub <who>] [--ttl <seconds>] [--data-dir <folder>]';

export type TokenValues = {
  readonly site?: readonly string[] | undefined;
  readonly role?: readonly string[] | undefined;
  readonly scope?: readonly string[] | undefined;
  readonly sub?: string | undefined;
  readonly ttl: string;
  readonly 'data-dir'?: string | undefined;
};

/**
 * Whose token is asked for, and what they may do where, as the command line describes it. A role and its scope are the same.
 * @throws {WrongArguments} with one line that names each option that is missing or wrong
 */
export const tokenOptions = ({ site = [], role = [], scope = [], sub, ttl }: TokenValues) => {
  const who = memberName().optional().safeParse(sub);
  const problems = [
    ...(site.length === 0 ? ['--site is missing'] : []),
    ...site
      .filter((id) => !isSiteId(id))
      .map((id) => `--site ${id} names no site: it takes a-z, 0-9 and hyphens`),
    ...rightsProblems(role, scope),
    ...(who.error?.issues.map(({ message }) => `--sub ${behindName(message)}`) ?? []),
    ...(/^[1-9]\d{0,8}$/.test(ttl) ? [] : ['--ttl is a number of seconds, from 1 on']),
  ];
  if (problems.length > 0) throw new WrongArguments(`${problems.join('; ')}. Usage: ${USAGE}`);
  // An admin may all that a moderator may.
  const asked: Role = [...scopesOf(role), ...scope].includes(ROLES.admin) ? 'admin' : 'moderator';
  const [name, sites] = [who.data ?? `local-${asked}`, [...new Set(site)].sort()];
  // A program's token for one site must not work on another, so its subject names the site.
  return { name, sub: `${name}@${sites.join('+')}`, sites, role: asked, ttlS: Number(ttl) };
};

const rightsProblems = (role: readonly string[], scope: readonly string[]): readonly string[] => {
  const roles = Object.keys(ROLES);
  const scopes: readonly string[] = Object.values(ROLES);
  const unknown = [
    ...role
      .filter((one) => !roles.includes(one))
      .map((one) => `--role ${one} is none of ${roles.join(', ')}`),
    ...scope
      .filter((one) => !scopes.includes(one))
      .map((one) => `--scope ${one} is none of ${scopes.join(', ')}`),
  ];
  if (unknown.length > 0) return unknown;
  if (role.length === 0 && scope.length === 0) return ['--role is missing (or --scope, which is the same)'];
  if (role.length > 0 && scope.length > 0 && !isSame(scopesOf(role), scope))
    return [`--role ${role.join(', ')} and --scope ${scope.join(', ')} differ: give one of them`];
  return [];
};

/** The scopes of roles; unknown roles have none. */
const scopesOf = (roles: readonly string[]): readonly string[] =>
  roles.flatMap((name) => Object.entries(ROLES).flatMap(([role, scope]) => (role === name ? [scope] : [])));

const isSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.every((scope) => other.includes(scope)) && other.every((scope) => one.includes(scope));
