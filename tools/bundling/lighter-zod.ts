import type { Plugin } from 'esbuild';
import { ofPath } from './of-path.ts';

// JSON Schemas and zod's own sentences, 18 KB: only the API's document is made of schemas, and ours are said in our words.
export const lighterZod: Plugin = {
  name: 'lighter-zod',
  setup({ onLoad }) {
    const nothing = (...names: readonly string[]) =>
      names.map((name) => `export const ${name} = () => undefined;`).join('');
    const schemas = nothing(
      'createToJSONSchemaMethod',
      'createStandardJSONSchemaMethod',
      'toJSONSchema',
      'JSONSchemaGenerator',
    );
    const filter = ofPath(/zod[/]v4[/]core[/](to-json-schema|json-schema-(processors|generator))[.]js$/);
    onLoad({ filter }, () => ({ contents: schemas, loader: 'js' }));
    onLoad({ filter: ofPath(/zod[/]v4[/]locales[/]en[.]js$/) }, () => ({
      contents: 'export default () => ({})',
      loader: 'js',
    }));
  },
};
