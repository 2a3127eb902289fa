import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build } from 'esbuild';
import { folderBeside, MODULES } from '../installed-apart.ts';
import { documented, headFor } from './documented.ts';

const work: string[] = [];

/** Takes away what was built. */
export const sweep = (): void => {
  for (const folder of work.splice(0)) rmSync(folder, { recursive: true, force: true });
};

const project = (files: Readonly<Record<string, string>>): string => {
  const folder = folderBeside();
  work.push(folder);
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  return folder;
};

const run = (folder: string, command: string, args: readonly string[]): void => {
  try {
    execFileSync(command, args, {
      cwd: folder,
      stdio: 'pipe',
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: '1' },
    });
  } catch (error) {
    const { stdout = '', stderr = '' } = error as { stdout?: Buffer; stderr?: Buffer };
    throw new Error(`${command} failed:\n${stdout}${stderr}`, { cause: error });
  }
};

const page = (head: string, body: string): string =>
  `<!doctype html>\n<html lang="fr"><head><meta charset="utf-8"><title>Un article</title><link rel="icon" href="data:,">\n${head}</head>\n<body><main><h1>Un article</h1>\n${body}</main></body></html>\n`;

/** The page of the document's first lines. */
export const plainPage = (api: string, article: string): string =>
  page(
    '',
    documented("# The readers' script", 'html', api).replaceAll(
      'article="ma-ville-42"',
      `article="${article}"`,
    ),
  );

/** A page that Hugo makes for the article `/march%C3%A9/`. */
export const hugoPage = (api: string): string => {
  const folder = project({
    'config.toml':
      'baseURL = "https://journal.example.fr/"\nlanguageCode = "fr"\ndefaultContentLanguage = "fr"\n',
    'content/marché.md': '---\ntitle: La halle\n---\n',
    'layouts/_default/single.html': page(headFor(api), documented('In a Hugo template', 'html', api)),
  });
  run(folder, 'hugo', ['--quiet', '--disableKinds', 'home,taxonomy,term,section,RSS,sitemap']);
  return readFileSync(join(folder, 'public/marché/index.html'), 'utf8');
};

/** A page that Astro makes for the article `/march%C3%A9/`. */
export const astroPage = (api: string): string => {
  const style = headFor(api).split('\n')[0] ?? '';
  const folder = project({
    'package.json': JSON.stringify({ type: 'module' }),
    'src/pages/marché.astro': page(style, documented('In an Astro component', 'astro', api)),
  });
  run(folder, process.execPath, [join(MODULES, 'astro/bin/astro.mjs'), 'build', '--root', folder]);
  return readFileSync(join(folder, 'dist/marché/index.html'), 'utf8');
};

/** A page that React fills, with a button that goes from one article to another. */
export const reactPage = async (api: string, [first, second]: readonly [string, string]): Promise<string> => {
  const folder = project({
    'comments.jsx': documented('In React', 'jsx', api),
    'main.jsx': `import { useState } from 'react';
import { createRoot } from 'react-dom/client';
import { Comments } from './comments.jsx';
const Articles = () => {
  const [article, go] = useState(${JSON.stringify(first)});
  return <><button onClick={() => go(${JSON.stringify(second)})}>Article suivant</button><Comments article={article} /></>;
};
createRoot(document.querySelector('#root')).render(<Articles />);`,
  });
  const { outputFiles } = await build({
    entryPoints: [join(folder, 'main.jsx')],
    ...{
      bundle: true,
      write: false,
      jsx: 'automatic',
      minify: true,
      define: { 'process.env.NODE_ENV': '"production"' },
    },
  });
  const script = outputFiles[0]?.text.replaceAll('</script', '<\\/script') ?? '';
  return page(headFor(api), `<div id="root"></div><script>${script}</script>`);
};

/** What React makes of the same lines on a server. */
export const reactMarkup = async (api: string, article: string): Promise<string> => {
  const folder = project({
    'comments.jsx': documented('In React', 'jsx', api),
    'server.jsx': `import { renderToString } from 'react-dom/server';
import { Comments } from './comments.jsx';
console.log(renderToString(<Comments article={${JSON.stringify(article)}} />));`,
  });
  const outfile = join(folder, 'server.cjs');
  await build({
    entryPoints: [join(folder, 'server.jsx')],
    bundle: true,
    platform: 'node',
    jsx: 'automatic',
    outfile,
  });
  return execFileSync(process.execPath, [outfile], { encoding: 'utf8' });
};

/** Hugo is no package of npm. */
export const hasHugo = (): boolean => spawnSync('hugo', ['version']).status === 0;
