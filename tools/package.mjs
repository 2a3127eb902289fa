// All a deployment needs, made without the network: .serverless/ holds the template and one archive per function.
import { readdirSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundle } from './bundle.mjs';
import { runCommand } from './command.ts';
import { packageBundles } from './package-bundles.mjs';

/**
 * Bundles the functions and packages the service into `.serverless` of `directory`, by default the project's own.
 * @param args more arguments for the deployment tool: --stage, --region, --param="name=value"
 * @returns the path of that `.serverless`
 * @throws with what the tool said, when it refuses
 */
export const packageService = async (directory = '.', args = []) => {
  await bundle(join(directory, 'dist'));
  return packageBundles(directory, args);
};

const kilobytes = (path) => String(Math.ceil(statSync(path).size / 1024)).padStart(7);

const report = (directory) => {
  console.log(' bundle  archive  (KB)');
  const archives = readdirSync(directory).filter((file) => file.endsWith('.zip'));
  for (const name of archives.map((file) => basename(file, '.zip')))
    console.log(`${kilobytes(`dist/${name}.mjs`)}  ${kilobytes(join(directory, `${name}.zip`))}  ${name}`);
  return `${archives.length} functions and their template are in ${directory}/`;
};

const HELP = `npm run package -- [--stage STAGE] [--region REGION] [--param NAME=VALUE]

Bundles the functions and makes the template and one archive per function in .serverless/, without the network and without
deploying anything. Prints the size of each.

  --stage STAGE       as for npm run deploy
  --region REGION     the same
  --param NAME=VALUE  a parameter of serverless.yml, which describes them at its top; may be given again
  --help              this`;

/** The options again, as the deployment tool takes them. */
const argumentsOf = (values) =>
  Object.entries(values).flatMap(([name, value]) => [value].flat().map((one) => `--${name}=${one}`));

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href)
  await runCommand({
    help: HELP,
    options: {
      stage: { type: 'string' },
      region: { type: 'string' },
      param: { type: 'string', multiple: true },
    },
    run: async (values) => report(await packageService('.', argumentsOf(values))),
  });
