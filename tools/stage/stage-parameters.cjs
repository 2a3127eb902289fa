// Plugin of the deployment tool: checks a deployment's parameters before anything is made, and keeps those of a stage in `deploy/<stage>.json`.
// What a deployment leaves out is then as it was, where the tool itself would fall back to the defaults of serverless.yml. The stack says
// among its outputs what it was deployed with, so that a machine without that file undoes nothing.
const { existsSync, mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { createRequire } = require('node:module');
const { dirname, join } = require('node:path');
const { parametersIn, problemsOf } = require('./check-parameters.cjs');

const CHECKED = ['package', 'deploy'];
const OUTPUT = 'Parameters';

module.exports = class StageParameters {
  constructor(serverless) {
    this.serverless = serverless;
    this.Error = serverless.classes.Error;
    this.hooks = {};
    const { commands, options } = serverless.processedInput;
    if (!CHECKED.includes(commands[0])) return;

    const { params = {}, provider = {}, service, functions = {} } = serverless.configurationInput;
    this.stage = options.stage ?? provider.stage ?? 'dev';
    const named = { stage: this.stage, service, functions: Object.keys(functions) };
    this.path = join(serverless.serviceDir, 'deploy', `${this.stage}.json`);
    const kept = this.kept();
    this.given = { ...kept, ...parametersIn(options.param) };
    this.check(
      { ...params.default, ...params[this.stage], ...filled(this.given) },
      Object.keys(params.default ?? {}),
      { ...named, region: options.region ?? provider.region },
    );
    // The tool takes a stage's own over the defaults, and those of the command line over both.
    const ofStage = { ...params[this.stage], ...filled(kept) };
    serverless.configurationInput.params = { ...params, [this.stage]: ofStage };
    this.hooks['before:package:finalize'] = () => this.tell();
    if (commands.join() !== 'deploy') return;
    this.hooks['before:deploy:deploy'] = () => this.compare();
    this.hooks['after:deploy:deploy'] = () => this.keep();
  }

  /** What the stage was deployed with last, as this machine knows it. */
  kept() {
    if (!existsSync(this.path)) return {};
    try {
      const kept = JSON.parse(readFileSync(this.path, 'utf8'));
      if (Object.values(kept).every((value) => typeof value === 'string')) return kept;
    } catch {
      // The sentence below says what to do.
    }
    throw new this.Error(`${this.path} is damaged: it must be a JSON object of names and texts.`);
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
    if (Object.keys(this.given).length === 0) return;
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(this.path, `${JSON.stringify(this.given, null, 2)}\n`);
  }
};

/** The package that the tool's own client is of. */
const cloudFormation = () =>
  createRequire(require.resolve('serverless/package.json'))('@aws-sdk/client-cloudformation');

/** An empty parameter resets it to the default. */
const filled = (given) => Object.fromEntries(Object.entries(given).filter(([, value]) => value !== ''));
