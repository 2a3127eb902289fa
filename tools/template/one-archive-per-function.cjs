// Plugin of the deployment tool: a function's archive holds its own bundle and source map, the files that its bundle reads, the
// licences of what is bundled, and nothing else of the project.
const { existsSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const DATA = ['weights.bin', 'moderation-page.json', 'readers-script.json'];

module.exports = class OneArchivePerFunction {
  constructor(serverless) {
    const own = (name) => {
      const bundle = `dist/${name}.mjs`;
      if (!existsSync(join(serverless.serviceDir, bundle)))
        throw new serverless.classes.Error(
          `${bundle} is missing: "npm run bundle" makes it from handlers/${name}.ts.`,
        );
      const code = readFileSync(join(serverless.serviceDir, bundle), 'utf8');
      const data = DATA.filter((file) => code.includes(file)).map((file) => `dist/${file}`);
      return { patterns: ['!**', bundle, `${bundle}.map`, 'dist/licences.txt', ...data] };
    };
    this.hooks = {
      'before:package:createDeploymentArtifacts': () => {
        for (const name of serverless.service.getAllFunctions())
          serverless.service.getFunction(name).package = own(name);
      },
    };
  }
};
