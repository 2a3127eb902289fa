// Runs the test of a client that others' tools generate from the API's own document. They want another TypeScript, so they are installed
// apart, in tests/generated-client, and the test is no part of npm test.
import { spawn } from 'node:child_process';
import { isHelpAsked } from '../command.ts';

const HELP = `npm run test:client -- [jest's options]

Generates a client from /openapi.json with openapi-typescript and openapi-fetch, which it installs the first time (45 MB, in
tests/generated-client), compiles it, and posts real addresses through it to a server.

  --help  this; other options go to jest`;

const args = process.argv.slice(2);
if (isHelpAsked(args)) console.log(HELP);
else {
  const flags = ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'];
  const jest = [...flags, 'node_modules/jest/bin/jest.js', '--silent', 'tests/generated-client'];
  const options = ['--testPathIgnorePatterns=/node_modules/', ...args];
  spawn(process.execPath, [...jest, ...options], { stdio: 'inherit' }).once('exit', (code) =>
    process.exit(code ?? 1),
  );
}
