// Plugin of the deployment tool: what a function gives up of a stream is kept whole in the bucket that serverless.yml names under
// `failedRecords`. The tool itself knows queues and topics only, which are told no more than that something failed.
// The mapping is found by its type: its name follows the table's, and changes with a restored one.

module.exports = class FailedRecordsInBucket {
  constructor(serverless) {
    this.service = serverless.service;
    this.naming = serverless.getProvider('aws').naming;
    this.hooks = { 'before:package:finalize': () => this.setDestinations() };
  }

  setDestinations() {
    const { Resources } = this.service.provider.compiledCloudFormationTemplate;
    const mappings = Object.values(Resources).filter(
      ({ Type }) => Type === 'AWS::Lambda::EventSourceMapping',
    );
    for (const { Properties } of mappings) {
      const bucket = this.bucketOf(Properties.FunctionName['Fn::GetAtt'][0]);
      if (bucket)
        Properties.DestinationConfig = { OnFailure: { Destination: { 'Fn::GetAtt': [bucket, 'Arn'] } } };
    }
  }

  bucketOf(logicalId) {
    const name = this.service
      .getAllFunctions()
      .find((one) => this.naming.getLambdaLogicalId(one) === logicalId);
    return name && this.service.getFunction(name).failedRecords;
  }
};
