const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

/**
 * What a stage was deployed with last, as this machine knows it: `deploy/<stage>.json` under the service's folder holds its region beside its parameters.
 * @returns `path` of that file, `region` (undefined where it is not known) and `parameters`, by name
 * @throws with a sentence for the operator when the file is damaged
 */
const keptStage = (serviceDir, stage) => {
  const path = join(serviceDir, 'deploy', `${stage}.json`);
  const { region, ...parameters } = existsSync(path) ? readTexts(path) : {};
  return { path, region, parameters };
};

const readTexts = (path) => {
  try {
    const kept = JSON.parse(readFileSync(path, 'utf8'));
    if (Object.values(kept).every((value) => typeof value === 'string')) return kept;
  } catch {
    // The sentence below says what to do.
  }
  throw new Error(`${path} is damaged: it must be a JSON object of names and texts.`);
};

/**
 * The region of a stage that was deployed already.
 * @param asked the region that somebody names; undefined when nobody does
 * @returns undefined where none is known and none named
 * @throws with a sentence for the operator when it is asked for in another region: there it would be another stack, without its comments
 */
const regionOf = (serviceDir, stage, asked) => {
  const { path, region } = keptStage(serviceDir, stage);
  if (region && asked && region !== asked)
    throw new Error(
      `The stage ${stage} is in ${region}, as ${path} says, and not in ${asked}: leave --region out, or name another stage. If it was taken down there, remove "region" from that file.`,
    );
  return region || asked;
};

module.exports = { keptStage, regionOf };
