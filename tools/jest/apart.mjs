// Runs tests that npm test is not to wait for, or that need what it is not to install: other packages, in a folder of their own, or a program
// that no package brings.
import { spawn, spawnSync } from 'node:child_process';
import { isHelpAsked } from '../command.ts';

const suites = {
  client: {
    folder: 'tests/apart/generated-client',
    does: `Generates a client from /openapi.json with openapi-typescript and openapi-fetch, which it installs the first time (150 MB,
in tests/apart), compiles it, and posts real addresses through it to a server.`,
  },
  snippets: {
    folder: 'tests/apart/snippets',
    does: `Builds pages of the lines in docs/embed.md with Astro and React, which it installs the first time (150 MB, in tests/apart), and with Hugo where it is (on Debian: apt-get install hugo), and comments on them in a browser.`,
  },
  package: {
    folder: 'tests/package',
    does: `Packages the service as a deployment does, some ten times with other parameters, and looks into what comes out: the template, what
its roles allow, and every archive, which is unpacked alone in a folder and answers its event as on Lambda.`,
  },
  firefox: {
    folder: 'tests/firefox',
    program: 'firefox-esr',
    does: 'Comments in Firefox, with and without JavaScript. Needs the program firefox-esr (on Debian: apt-get install firefox-esr).',
  },
};

const [name = '', ...args] = process.argv.slice(2);
const { folder, does, program } = suites[name];
if (isHelpAsked(args))
  console.log(
    `npm run test:${name} -- [jest's options]\n\n${does}\n\n  --help  this; other options go to jest`,
  );
else if (program && spawnSync(program, ['--version']).status !== 0) {
  console.error(`There is no ${program} here. On Debian: apt-get install ${program}`);
  process.exit(1);
} else {
  const flags = ['--disable-warning=ExperimentalWarning'];
  const jest = [...flags, 'node_modules/jest/bin/jest.js', '--silent', folder];
  const options = ['--testPathIgnorePatterns=/node_modules/', ...args];
  spawn(process.execPath, [...jest, ...options], { stdio: 'inherit' }).once('exit', (code) =>
    process.exit(code ?? 1),
  );
}
