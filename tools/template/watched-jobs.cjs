// Plugin of the deployment tool: a job that does not run goes unnoticed by itself. What its schedule cannot hand over goes to the queue of dead
// letters, and an alarm rings when its log has not said for so many hours that a run finished (`finishesWithinH` in serverless.yml).

const HOUR_S = 3600;
/** As `log('job', ...)` writes it, in Lambda's JSON. */
const FINISHED = '{ $.message.event = "job" && $.message.finished IS TRUE && $.message.dryRun IS FALSE }';

const schema = { properties: { finishesWithinH: { type: 'integer', minimum: 1, maximum: 168 } } };

module.exports = class WatchedJobs {
  constructor(serverless) {
    this.service = serverless.service;
    this.naming = serverless.getProvider('aws').naming;
    this.stage = serverless.getProvider('aws').getStage();
    this.Error = serverless.classes.Error;
    serverless.configSchemaHandler.defineFunctionProperties('aws', schema);
    this.hooks = { 'before:package:finalize': () => this.watch() };
  }

  watch() {
    const { Resources } = this.service.provider.compiledCloudFormationTemplate;
    for (const { Type, Properties } of Object.values(Resources))
      if (Type === 'AWS::Scheduler::Schedule')
        Properties.Target.DeadLetterConfig = { Arn: { 'Fn::GetAtt': ['DeadLetters', 'Arn'] } };
    for (const name of this.service.getAllFunctions())
      Object.assign(Resources, this.alarmOf(name, this.service.getFunction(name)));
  }

  alarmOf(name, { events, finishesWithinH: hours }) {
    const isJob = events.some(({ schedule }) => schedule);
    if (isJob !== (hours !== undefined))
      throw new this.Error(`${name}: a function has finishesWithinH if and only if it has a schedule.`);
    if (!isJob) return {};
    const metric = {
      MetricNamespace: `${this.service.service}/${this.stage}`,
      MetricName: `${name}-finished`,
    };
    const id = this.naming.getNormalizedFunctionName(name);
    return {
      [`${id}Finished`]: {
        Type: 'AWS::Logs::MetricFilter',
        Properties: {
          LogGroupName: { Ref: this.naming.getLogGroupLogicalId(name) },
          FilterPattern: FINISHED,
          MetricTransformations: [{ ...metric, MetricValue: '1' }],
        },
      },
      [`${id}Missed`]: {
        Type: 'AWS::CloudWatch::Alarm',
        Properties: {
          AlarmDescription: `No run of ${name} has finished for ${hours} hours`,
          Namespace: metric.MetricNamespace,
          MetricName: metric.MetricName,
          Statistic: 'Sum',
          ComparisonOperator: 'LessThanThreshold',
          Threshold: 1,
          Period: HOUR_S,
          EvaluationPeriods: hours,
          // Hours of which the log says nothing are hours without a run.
          TreatMissingData: 'breaching',
          AlarmActions: [{ Ref: 'Alarms' }],
        },
      },
    };
  }
};
