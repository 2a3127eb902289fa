import { Agent, type IncomingHttpHeaders, request } from 'node:http';

export type Request = {
  readonly method?: string;
  /** Path and query. */
  readonly path: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
};
export type Answer = {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
  readonly bytes: number;
};
/** Asks one server over connections that are kept. */
export type Ask = (request: Request) => Promise<Answer>;

/** @param url of the server, without a path. */
export const askingAt = (url: string): { readonly ask: Ask; readonly close: () => void } => {
  const agent = new Agent({ keepAlive: true });
  return {
    ask: (asked) =>
      new Promise((resolve, reject) => {
        const { method = 'GET', path, headers, body } = asked;
        const length = body === undefined ? {} : { 'content-length': Buffer.byteLength(body) };
        request(`${url}${path}`, { agent, method, headers: { ...headers, ...length } })
          .on('error', reject)
          .on('response', (response) => {
            const chunks: Buffer[] = [];
            response
              .on('data', (chunk: Buffer) => chunks.push(chunk))
              .on('error', reject)
              .on('end', () => {
                const whole = Buffer.concat(chunks);
                const { statusCode: status = 0, headers: given } = response;
                resolve({ status, headers: given, body: whole.toString(), bytes: whole.length });
              });
          })
          .end(body);
      }),
    close: () => agent.destroy(),
  };
};

/** An answer that is not the right one: the only thing a measurement fails for. */
export class WrongAnswer extends Error {
  override readonly name = 'WrongAnswer';
}

/** @throws {WrongAnswer} unless the answer has one of these statuses. */
export const expectStatus = ({ status, headers, body }: Answer, ...right: readonly number[]): void => {
  if (!right.includes(status))
    throw new WrongAnswer(`${status} instead of ${right}: ${body.slice(0, 300) || headers.location}`);
};
