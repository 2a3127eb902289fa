// Runs the tests of readers' pages in Firefox, which no npm package brings, so they are no part of npm test.
import { spawn, spawnSync } from 'node:child_process';
import { isHelpAsked } from '../command.ts';

const HELP = `npm run test:firefox -- [jest's options]

Comments in Firefox, with and without JavaScript. Needs the program firefox-esr (on Debian: apt-get install firefox-esr).

  --help  this; other options go to jest`;

const args = process.argv.slice(2);
if (isHelpAsked(args)) console.log(HELP);
else if (spawnSync('firefox-esr', ['--version']).status !== 0) {
  console.error('There is no firefox-esr here. On Debian: apt-get install firefox-esr');
  process.exit(1);
} else {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [...flags, 'node_modules/jest/bin/jest.js', '--silent', 'tests/firefox'];
  const options = ['--testPathIgnorePatterns=/node_modules/', ...args];
  spawn(process.execPath, [...jest, ...options], { stdio: 'inherit' }).once('exit', (code) =>
    process.exit(code ?? 1),
  );
}
