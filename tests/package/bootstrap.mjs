// What AWS's runtime does with a function: loads it, asks for events, and tells what came of each.
// Source: Lambda's guide, "Using the Lambda runtime API for custom runtimes".
import { request } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: root = '', _HANDLER: name = '' } = process.env;

const call = (method, path, body) =>
  new Promise((resolve, reject) => {
    request(`http://${api}/2018-06-01/runtime/${path}`, { method }, resolve).once('error', reject).end(body);
  });
const tell = async (path, body) => void (await text(await call('POST', path, JSON.stringify(body ?? null))));
const errorReportOf = ({ name: errorType, message: errorMessage, stack = '' }) => ({
  errorType,
  errorMessage,
  stackTrace: stack.split('\n'),
});

// Its JSON log: a line for each call of the console, in which an object stays one.
// Source: Lambda's guide, "Log and monitor Node.js Lambda functions", advanced logging controls.
const levels = { log: 'INFO', info: 'INFO', warn: 'WARN', error: 'ERROR' };
for (const [method, level] of Object.entries(levels))
  console[method] = (message) =>
    process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), level, message })}\n`);

const load = async () => {
  const [path, method] = name.split('.');
  const { [method]: handler } = await import(pathToFileURL(join(root, `${path}.mjs`)).href);
  if (typeof handler !== 'function') throw new Error(`${name} is undefined or not exported`);
  return handler;
};

const contextOf = (headers) => ({
  awsRequestId: headers['lambda-runtime-aws-request-id'],
  invokedFunctionArn: headers['lambda-runtime-invoked-function-arn'],
  functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
  functionVersion: process.env.AWS_LAMBDA_FUNCTION_VERSION,
  memoryLimitInMB: process.env.AWS_LAMBDA_FUNCTION_MEMORY_SIZE,
  logGroupName: process.env.AWS_LAMBDA_LOG_GROUP_NAME,
  logStreamName: process.env.AWS_LAMBDA_LOG_STREAM_NAME,
  callbackWaitsForEmptyEventLoop: true,
  getRemainingTimeInMillis: () => Number(headers['lambda-runtime-deadline-ms']) - Date.now(),
});

const answerNext = async (handler) => {
  const next = await call('GET', 'invocation/next');
  const context = contextOf(next.headers);
  try {
    const answer = await handler(JSON.parse(await text(next)), context);
    await tell(`invocation/${context.awsRequestId}/response`, answer);
  } catch (error) {
    await tell(`invocation/${context.awsRequestId}/error`, errorReportOf(error));
  }
};

let handler;
try {
  handler = await load();
} catch (error) {
  await tell('init/error', errorReportOf(error));
  process.exit(1);
}
for (;;) await answerNext(handler);
