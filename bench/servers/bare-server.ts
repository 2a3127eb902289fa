import { createServer } from 'node:http';

// The least an HTTP server in Node can do: reads a request, parses its JSON and answers as many bytes as asked for.
// What others need is stated in multiples of it.

const BYTES_MAX = 1 << 20;
const filler = Buffer.alloc(BYTES_MAX, 32);

const server = createServer((request, response) => {
  const chunks: Buffer[] = [];
  request
    .on('data', (chunk: Buffer) => chunks.push(chunk))
    .on('end', () => {
      if (chunks.length > 0) JSON.parse(Buffer.concat(chunks).toString());
      const body = filler.subarray(0, Number(request.headers['x-answer-bytes'] ?? 0));
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': body.length });
      response.end(body);
    });
});
server.listen(0, '127.0.0.1', () => {
  const { port } = server.address() as { port: number };
  console.log(`ready on http://127.0.0.1:${port}`);
});
process.on('SIGTERM', () => process.exit(0));
