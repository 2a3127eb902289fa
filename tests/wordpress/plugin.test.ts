import { execFileSync, spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from '@jest/globals';

const hasPhp = spawnSync('php', ['--version']).status === 0;
const where = hasPhp ? test : test.skip;
const standIn = fileURLToPath(new URL('stand-in.php', import.meta.url));
const seen = () => JSON.parse(execFileSync('php', [standIn], { encoding: 'utf8' }));

where('WordPress asks once while the service is down, and shows what it had', () => {
  const { fresh, down, otherPage, failing } = seen();
  expect(fresh).toEqual([
    { asked: 1, drawn: true },
    { asked: 0, drawn: true },
  ]);
  expect(down).toEqual([
    { asked: 1, drawn: true },
    { asked: 0, drawn: true },
    { asked: 0, drawn: true },
  ]);
  expect(otherPage).toEqual([{ asked: 0, drawn: false }]);
  expect(failing.map(({ asked }: { asked: number }) => asked)).toEqual([1, 0]);
});

where('what the service refuses says nothing of whether it is there', () => {
  expect(seen().unknown.map(({ asked }: { asked: number }) => asked)).toEqual([1, 1]);
});

where('a cursor that the service does not know shows the first page', () => {
  expect(seen().oldCursor).toEqual([{ asked: 1, drawn: true }]);
});

where('what stands in a post and its address ends no attribute and joins no query', () => {
  const { html, address } = seen();
  expect(html).not.toContain('<script>');
  expect(html).toContain('value="A &amp; B: Le Titanic &lt;script&gt;&quot;"');
  const { pathname, searchParams } = new URL(address);
  expect(pathname).toBe('/v1/sites/journal/comments.html');
  expect(Object.fromEntries(searchParams)).toEqual({
    article: '42',
    page: 'https://www.example.fr/?p=42&x="><script>',
    around: 'a b&c="',
  });
});

where('a post that WordPress closed asks for comments without ways to write, and has no form', () => {
  const { closedHtml, closedAddress } = seen();
  expect(closedHtml).toBe('<p>drawn</p>');
  expect(new URL(closedAddress).searchParams.get('closed')).toBe('yes');
  expect(new URL(seen().address).searchParams.has('closed')).toBe(false);
});

where('blocks that count comments have the script’s count of their own post', () => {
  const count = '<palabre-count site="journal" article="7">Commentaires</palabre-count>';
  expect(seen().counts).toEqual({
    count: `<div class="wp-block-post-comments-count">${count}</div>`,
    link: `<div class="wp-block-post-comments-link"><a href=https://www.example.fr/a#respond>${count}<span class="screen-reader-text"> on A $1</span></a></div>`,
    closed: '',
  });
});

where('the settings speak the language of who administers', () => {
  expect(seen().labels).toEqual([
    'Palabre\u00A0: adresse du service',
    'Palabre\u00A0: identifiant de ce site',
    'Palabre: address of the service',
    'Palabre: id of this site there',
  ]);
});
