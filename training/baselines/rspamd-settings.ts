import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Modules that use the network or Redis, or judge the server that delivered a mail. A comment has none of these. */
const OFF =
  'rbl surbl spf dkim dkim_signing arc dmarc fuzzy_check mx_check phishing asn emails greylist ratelimit reputation ' +
  'neural history_redis replies url_redirector rspamd_update antivirus once_received hfilter bimi dcc';

/** A free port on the loopback interface. */
export const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer().once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' ? (address?.port ?? 0) : 0));
    });
  });

/** Writes the settings that differ from rspamd's own into a folder, and returns the arguments to start it with. */
export const writeSettings = (folder: string, port: number): readonly string[] => {
  const local = join(folder, 'local.d');
  mkdirSync(local);
  for (const [name, lines] of Object.entries(settings(folder, port)))
    writeFileSync(join(local, name), `${lines.join('\n')}\n`);
  for (const module of OFF.split(' ')) writeFileSync(join(local, `${module}.conf`), 'enabled = false;\n');
  const variables = { LOCAL_CONFDIR: folder, DBDIR: folder, RUNDIR: folder, LOGDIR: folder };
  const named = Object.entries(variables).map(([name, value]) => `--var=${name}=${value}`);
  return ['--no-fork', '--insecure', ...named];
};

const settings = (folder: string, port: number): Readonly<Record<string, string[]>> => ({
  'options.inc': [
    'filters = "chartable,regexp";',
    'disable_monitoring = true;',
    // Nobody listens on the discard port of RFC 863, so that every DNS name stays unresolved.
    'dns { nameserver = ["127.0.0.1:9"]; timeout = 0.01s; retransmits = 1; }',
  ],
  'logging.inc': ['level = "error";'],
  // The controller also judges, so that no second process has to read what it learned.
  'worker-normal.inc': ['enabled = false;'],
  'worker-controller.inc': [`bind_socket = "127.0.0.1:${port}";`, 'count = 1;'],
  'worker-proxy.inc': ['enabled = false;'],
  'classifier-bayes.conf': [
    'backend = "sqlite3";',
    ...['ham', 'spam'].map(
      (of) =>
        `statfile { symbol = "BAYES_${of.toUpperCase()}"; path = "${folder}/${of}.sqlite"; spam = ${of === 'spam'}; }`,
    ),
    `cache { path = "${folder}/learned.sqlite"; }`,
  ],
});
