/**
 * Lines of a stream of text, ended by a line feed with or without a carriage return. node:readline ends lines at U+2028 and U+2029
 * too, which JSON may hold inside a string.
 */
export async function* linesOf(chunks: AsyncIterable<string>): AsyncGenerator<string> {
  let rest = '';
  for await (const chunk of chunks) {
    const lines = (rest + chunk).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.replace(/\r$/, '');
  }
  if (rest !== '') yield rest;
}
