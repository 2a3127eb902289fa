import { teamApp } from '../src/app.ts';
import { invitationAddress } from '../src/comment/addresses.ts';
import { isActive, roles } from '../src/comment/member.ts';
import { environment } from '../src/config.ts';
import { invitationIdOf, invitedAddressOf } from '../src/tokens/identities.ts';
import { inviteMember } from '../src/use-cases/add-member.ts';
import { removeMember } from '../src/use-cases/remove-member.ts';
import { runCommand, WrongArguments } from '../tools/command.ts';
import { byCommand } from './by-command.ts';
import { memberOptions, type TeamTask } from './member-options.ts';
import { withAppOn } from './with-app-on.ts';

const HELP = `npm run --silent member -- --site ID --email ADDRESS --name NAME [--role ROLE] [--url URL] [--table TABLE]
npm run --silent member -- --site ID --list [--table TABLE]
npm run --silent member -- --site ID --remove MEMBER [--table TABLE]

Invites somebody to a site's team, the first admin for one, and prints a link to pass on: it is good for that address alone, once, and
for seven days. An invitation that was open under that name is void then. Or lists the team, or takes a member off it, or an invitation back.

  --site ID        whose team
  --email ADDRESS  whom to invite; it must be the verified address of the account that joins
  --name NAME      as the team and the audit trail show it
  --role ROLE      ${roles.join(' or ')}; admin when absent
  --list           prints who is on the team and who is invited, with their ids
  --remove MEMBER  the id of who is to go; the last admin stays
  --url URL        where the API is reached, as readers' browsers do, for the link; without it, the local server's address
  --table TABLE    a table in AWS, with the credentials and region that AWS's own tools find (AWS_PROFILE, AWS_REGION),
                   or behind DYNAMODB_ENDPOINT; without it, the local server's
  --help           this`;

type App = ReturnType<typeof teamApp>;

await runCommand({
  help: HELP,
  options: {
    site: { type: 'string' },
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    list: { type: 'boolean' },
    remove: { type: 'string' },
    url: { type: 'string' },
    table: { type: 'string' },
  },
  run: async (values) => {
    const { site, table, url, task } = memberOptions(values);
    if (task.kind === 'invite' && table !== undefined && url === undefined)
      throw new WrongArguments('--url is missing: the link needs the address of the API');
    return withAppOn(table, teamApp, async (app) => {
      if (!(await app.store.readSite(site))) throw new WrongArguments(`--site ${site} names no site there`);
      return carryOut(app, site, task, url);
    });
  },
});

async function carryOut(app: App, site: string, task: TeamTask, url: string | undefined): Promise<string> {
  if (task.kind === 'list') return list(app, site);
  if (task.kind === 'invite') return invite(app, site, task, url ?? (await localUrl()));
  await removeMember(app, { site, id: task.id }, byCommand());
  return `${task.id}: removed`;
}

async function invite(
  app: App,
  site: string,
  { email, name, role }: Extract<TeamTask, { kind: 'invite' }>,
  url: string,
): Promise<string> {
  const token = app.newToken();
  const wanted = {
    site,
    id: invitationIdOf(site, token),
    address: invitedAddressOf(token, email),
    name,
    role,
  };
  await inviteMember(app, wanted, byCommand());
  return invitationAddress(url, site, token);
}

async function list(app: App, site: string): Promise<string> {
  const { members, invitations } = await app.store.readTeam(site);
  const lines = [
    ...members.filter(isActive).map(({ id, role, kind, name }) => [id, role, kind, name]),
    ...invitations
      .filter(({ expiresAt }) => expiresAt > Date.now())
      .map(({ id, role, name }) => [id, role, 'invited', name]),
  ];
  return lines.length === 0
    ? `Nobody is on the team of ${site}.`
    : lines.map((line) => line.join('\t')).join('\n');
}

/** Where the local server listens, or would if it was started as it is by default. */
async function localUrl(): Promise<string> {
  const [{ findRunning }, { readSettings }] = await Promise.all([
    import('../local/running.ts'),
    import('../local/settings.ts'),
  ]);
  const { dataDir, port } = readSettings(environment());
  return findRunning(dataDir)?.url ?? `http://127.0.0.1:${port}`;
}
