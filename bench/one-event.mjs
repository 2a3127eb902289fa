// A cold start: a fresh process loads a bundle and hands its handler one event. Prints the milliseconds of both, without
// those that Node itself took to start, and the status of the answer.
const [bundle, event] = process.argv.slice(2);
const context = { awsRequestId: 'bench', functionName: 'bench', getRemainingTimeInMillis: () => 10_000 };

const begun = performance.now();
const { handler } = await import(bundle);
const loaded = performance.now();
const { statusCode } = await handler(JSON.parse(event), context);
const answered = performance.now();

process.stdout.write(`\n${JSON.stringify({ load: loaded - begun, event: answered - loaded, statusCode })}`);
process.exit(0);
