import type { AttributeValue } from '@aws-sdk/client-dynamodb';
import type { Key } from './items.ts';

/** An expression under way: text, and what its placeholders stand for. */
export type Part = { readonly text: string; readonly values: Record<string, AttributeValue> };
let placeholder = 0;
export const asValue = (of: AttributeValue): Part => {
  placeholder = (placeholder + 1) % 100_000;
  return { text: `:x${placeholder}`, values: { [`:x${placeholder}`]: of } };
};
export const joined = (parts: readonly Part[], join: (...texts: string[]) => string): Part => ({
  text: join(...parts.map(({ text }) => text)),
  values: Object.assign({}, ...parts.map(({ values }) => values)),
});
export const named = (path: string): Part => ({ text: path, values: {} });

/** Names that are reserved or hold signs go through placeholders, and some of the others too. */
export const withNames = (expressions: Readonly<Record<string, Part | undefined>>) => {
  const names: Record<string, string> = {};
  const written: Record<string, string> = {};
  for (const [name, part] of Object.entries(expressions)) {
    if (!part) continue;
    written[name] = part.text.replace(/(?<![\w:#])(x#y|status|nums|set|v)(?![\w(])/g, (found) => {
      if (/^[A-Z]+$/.test(found)) return found;
      names[`#${found.replace('#', '0')}`] = found;
      return `#${found.replace('#', '0')}`;
    });
  }
  const values = Object.assign({}, ...Object.values(expressions).map((part) => part?.values ?? {}));
  return {
    ...written,
    ...(Object.keys(names).length > 0 ? { ExpressionAttributeNames: names } : {}),
    ...(Object.keys(values).length > 0 ? { ExpressionAttributeValues: values } : {}),
  };
};

/** A text that begins with `@` begins with the run instead; one that begins with `^` ends in the item's sort key. */
export const ofRun = <T extends { ExpressionAttributeValues?: Record<string, any> }>(
  written: T,
  run: string,
  { sk }: Key,
): T => ({
  ...written,
  ...(written.ExpressionAttributeValues && {
    ExpressionAttributeValues: Object.fromEntries(
      Object.entries(written.ExpressionAttributeValues).map(([name, of]) => [
        name,
        typeof of.S === 'string'
          ? { S: of.S.replace(/^@/, run).replace(/^\^(.*)/su, (_: string, text: string) => `${text}~${sk}`) }
          : of,
      ]),
    ),
  }),
});
