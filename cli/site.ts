import { policyApp } from '../src/app.ts';
import { languages } from '../src/comment/site.ts';
import { saveSite } from '../src/use-cases/save-site.ts';
import { runCommand } from '../tools/command.ts';
import { byCommand } from './by-command.ts';
import { siteOptions } from './site-options.ts';
import { withAppOn } from './with-app-on.ts';

const HELP = `npm run --silent site -- --site ID --name NAME --language LANGUAGE --origin ORIGIN [--time-zone ZONE] [--table TABLE]

Creates a site with the default policy, or changes the name, language, origins and time zone of one that exists.

  --site ID            1 to 63 of a-z, 0-9 and inner hyphens
  --name NAME          as readers and moderators see it
  --language LANGUAGE  what readers get who state no preference: ${languages.join(', ')}
  --origin ORIGIN      whose pages may call the API, like https://www.example.fr; may be given again
  --time-zone ZONE     whose clock its pages show times by, like America/Toronto; without it, a new site goes by Europe/Paris in French
                       and UTC in English, and one that exists keeps its own
  --table TABLE        a table in AWS, with the credentials and region that AWS's own tools find (AWS_PROFILE, AWS_REGION),
                       or behind DYNAMODB_ENDPOINT; without it, the local server's, whose data folder is made where there is none
  --help               this

It prints the site and what became of it: created, updated or unchanged.`;

await runCommand({
  help: HELP,
  options: {
    site: { type: 'string' },
    name: { type: 'string' },
    language: { type: 'string' },
    origin: { type: 'string', multiple: true },
    'time-zone': { type: 'string' },
    table: { type: 'string' },
  },
  run: async (values) => {
    const { table, ...settings } = siteOptions(values);
    const outcome = await withAppOn(table, policyApp, (app) => saveSite(app, settings, byCommand()), {
      makes: true,
    });
    return `${settings.id}: ${outcome}`;
  },
});
