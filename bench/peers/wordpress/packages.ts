import { execFile } from 'node:child_process';
import { chmodSync, existsSync, globSync, rmSync, writeFileSync } from 'node:fs';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Debian's, with what WordPress recommends of PHP; without a web server of their choice. */
const PACKAGES = [
  ...['wordpress', 'wordpress-theme-twentytwentythree', 'mariadb-server', 'nginx-light', 'php', 'php-fpm'],
  ...['php-mbstring', 'php-xml', 'php-curl', 'php-intl'],
];
const THEME = 'wp-content/themes/twentytwentythree';
/** Asked before a package starts a service; its answer 101 forbids it. Source: Debian's invoke-rc.d. */
const POLICY = '/usr/sbin/policy-rc.d';
const FORBID = '#!/bin/sh\nexit 101\n';

const NEEDS =
  '--peers needs a Debian machine, the rights of root, and a network where WordPress is not installed.';

/** Where the programs are. */
export type Programs = {
  readonly php: string;
  readonly fpm: string;
  readonly nginx: string;
  readonly mariadb: string;
  readonly mariadbClient: string;
  readonly mariadbInstall: string;
  /** WordPress' own files. */
  readonly wordpress: string;
};

/** Finds WordPress and what it runs on, and installs it from Debian's packages where it is missing. @throws in one sentence. */
export const wordpressPrograms = async (tell: (step: string) => void): Promise<Programs> => {
  if (process.getuid?.() !== 0) throw new Error(NEEDS);
  const found = findPrograms();
  if (found) return found;
  tell(`installing ${PACKAGES.join(' ')}`);
  await install();
  const installed = findPrograms();
  if (!installed)
    throw new Error('WordPress was installed, yet its programs are not where Debian puts them.');
  return installed;
};

const findPrograms = (): Programs | undefined => {
  const [fpm] = globSync('/usr/sbin/php-fpm[0-9]*').sort().reverse();
  const programs = {
    php: '/usr/bin/php',
    fpm: fpm ?? '/usr/sbin/php-fpm',
    nginx: '/usr/sbin/nginx',
    mariadb: '/usr/sbin/mariadbd',
    mariadbClient: '/usr/bin/mariadb',
    mariadbInstall: '/usr/bin/mariadb-install-db',
    wordpress: '/usr/share/wordpress',
  };
  // Themes of their own packages lie in the same folder.
  const needed = [
    ...Object.values(programs),
    `${programs.wordpress}/wp-load.php`,
    `${programs.wordpress}/${THEME}`,
  ];
  return needed.every((path) => existsSync(path)) ? programs : undefined;
};

const install = async (): Promise<void> => {
  if (!existsSync('/usr/bin/apt-get')) throw new Error(NEEDS);
  const isOurs = !existsSync(POLICY);
  if (isOurs) writeFileSync(POLICY, FORBID);
  if (isOurs) chmodSync(POLICY, 0o755);
  const env = { PATH: process.env.PATH, DEBIAN_FRONTEND: 'noninteractive' };
  try {
    await run('apt-get', ['update', '-q'], { env });
    await run('apt-get', ['install', '-qy', '--no-install-recommends', ...PACKAGES], {
      env,
      maxBuffer: 2 ** 26,
    });
  } catch (cause) {
    throw new Error('WordPress could not be installed: apt-get has no network or no such packages.', {
      cause,
    });
  } finally {
    if (isOurs) rmSync(POLICY);
  }
};
