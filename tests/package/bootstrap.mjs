// What AWS's runtime does with a function: loads it, asks for events, and tells what came of each.
// Source: Lambda's guide, "Using the Lambda runtime API for custom runtimes".
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { AWS_LAMBDA_RUNTIME_API: api, LAMBDA_TASK_ROOT: root = '', _HANDLER: name = '' } = process.env;
const address = (path) => `http://${api}/2018-06-01/runtime/${path}`;
const tell = (path, body) => fetch(address(path), { method: 'POST', body: JSON.stringify(body ?? null) });
const problemOf = ({ name: errorType, message: errorMessage, stack = '' }) => ({
  errorType,
  errorMessage,
  stackTrace: stack.split('\n'),
});

const load = async () => {
  const [path, method] = name.split('.');
  try {
    return (await import(pathToFileURL(join(root, `${path}.mjs`)).href))[method];
  } catch (error) {
    await tell('init/error', problemOf(error));
    process.exit(1);
  }
};

const handler = await load();
for (;;) {
  const next = await fetch(address('invocation/next'));
  const id = next.headers.get('lambda-runtime-aws-request-id');
  const deadline = Number(next.headers.get('lambda-runtime-deadline-ms'));
  const context = {
    awsRequestId: id,
    functionName: process.env.AWS_LAMBDA_FUNCTION_NAME,
    getRemainingTimeInMillis: () => deadline - Date.now(),
  };
  try {
    await tell(`invocation/${id}/response`, await handler(await next.json(), context));
  } catch (error) {
    await tell(`invocation/${id}/error`, problemOf(error));
  }
}
