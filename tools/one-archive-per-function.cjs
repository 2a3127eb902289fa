// Plugin of the deployment tool: a function's archive holds its own bundle and source map, the file that its bundle reads, and
// nothing else of the project.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const DATA = 'weights.bin';

module.exports = class OneArchivePerFunction {
  constructor(serverless) {
    const own = (name) => {
      const bundle = `dist/${name}.mjs`;
      if (!existsSync(join(serverless.serviceDir, bundle)))
        throw new serverless.classes.Error(
          `${bundle} is missing: "npm run bundle" makes it from handlers/${name}.ts.`,
        );
      const data = readFileSync(join(serverless.serviceDir, bundle), 'utf8').includes(DATA)
        ? [`dist/${DATA}`]
        : [];
      return { patterns: ['!**', bundle, `${bundle}.map`, ...data] };
    };
    this.hooks = {
      'before:package:createDeploymentArtifacts': () => {
        for (const name of serverless.service.getAllFunctions())
          serverless.service.getFunction(name).package = own(name);
      },
    };
  }
};
