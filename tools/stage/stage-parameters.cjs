// Plugin of the deployment tool: checks a deployment's parameters before anything is made, and keeps those of a stage, with its region, in
// `deploy/<stage>.json`. What a deployment leaves out is then as it was, where the tool itself would fall back to the defaults of serverless.yml,
// and in another region make another stack. The stack says
// among its outputs what it was deployed with, so that a machine without that file undoes nothing.
const { mkdirSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname } = require('node:path');
const { parametersIn, problemsOf } = require('./check-parameters.cjs');
const { keptStage, regionOf } = require('./kept-stage.cjs');

const CHECKED = ['package', 'deploy'];
const OUTPUT = 'Parameters';

module.exports = class StageParameters {
  constructor(serverless) {
    this.serverless = serverless;
    this.Error = serverless.classes.Error;
    this.hooks = {};
    const { commands, options } = serverless.processedInput;
    const { params = {}, provider = {}, service, functions = {} } = serverless.configurationInput;
    this.stage = options.stage ?? provider.stage ?? 'dev';
    const isChecked = CHECKED.includes(commands[0]);
    const { path, region, parameters: kept } = this.told(() => keptStage(serverless.serviceDir, this.stage));
    if (isChecked) this.told(() => regionOf(serverless.serviceDir, this.stage, options.region));
    // Every command of the tool goes to the stage's region.
    this.region = options.region || region || provider.region;
    options.region = this.region;
    serverless.configurationInput.provider = { ...provider, region: this.region };
    if (!isChecked) return;

    const named = { stage: this.stage, service, functions: Object.keys(functions) };
    this.path = path;
    this.given = { ...kept, ...parametersIn(options.param) };
    this.check(
      { ...params.default, ...params[this.stage], ...filled(this.given) },
      Object.keys(params.default ?? {}),
      { ...named, region: this.region },
    );
    // The tool takes a stage's own over the defaults, and those of the command line over both.
    const ofStage = { ...params[this.stage], ...filled(kept) };
    serverless.configurationInput.params = { ...params, [this.stage]: ofStage };
    this.hooks['before:package:finalize'] = () => this.tell();
    if (commands.join() !== 'deploy') return;
    this.hooks['before:deploy:deploy'] = () => this.compare();
    this.hooks['after:deploy:deploy'] = () => this.keep();
  }

  /** What is wrong with what is kept is a sentence of the tool. */
  told(look) {
    try {
      return look();
    } catch ({ message }) {
      throw new this.Error(message);
    }
  }

  check(parameters, defaults, deployment) {
    const [problem] = problemsOf(parameters, { ...deployment, defaults });
    if (problem) throw new this.Error(problem);
  }

  /** Writes into the template what it is deployed with. */
  tell() {
    const { Outputs } = this.serverless.service.provider.compiledCloudFormationTemplate;
    Outputs[OUTPUT] = { Value: JSON.stringify(this.given) };
  }

  /** Holds what is given against what the stack says, before anything is sent. */
  async compare() {
    const said = Object.keys(await this.deployed());
    const missing = said.filter((name) => this.given[name] === undefined);
    if (missing.length > 0)
      throw new this.Error(
        `The stage ${this.stage} was deployed with ${missing.join(', ')} too: give them, bring ${this.path}, or set them to "" there to take them back.`,
      );
  }

  async deployed() {
    const aws = this.serverless.getProvider('aws');
    const client = await aws.getCloudFormationClient();
    const { DescribeStacksCommand } = cloudFormation();
    try {
      const { Stacks } = await client.send(
        new DescribeStacksCommand({ StackName: aws.naming.getStackName() }),
      );
      const output = Stacks[0]?.Outputs?.find(({ OutputKey }) => OutputKey === OUTPUT);
      return JSON.parse(output?.OutputValue ?? '{}');
    } catch (error) {
      if (/does not exist/.test(error.message)) return {};
      throw error;
    }
  }

  keep() {
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${JSON.stringify({ region: this.region, ...this.given }, null, 2)}\n`);
  }
};

/** The package that the tool's own client is of. */
const cloudFormation = () =>
  createRequire(require.resolve('serverless/package.json'))('@aws-sdk/client-cloudformation');

/** An empty parameter resets it to the default. */
const filled = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
