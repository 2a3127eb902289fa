import { expect, test } from '@jest/globals';
import { explainReasons, explainReasonsToAuthor } from '../../../src/screening/filter/explain-reasons.ts';
import { judge } from '../../../src/screening/filter/judge.ts';
import { shippedModel } from '../../../src/screening/filter/model/shipped-model.ts';
import { read } from '../../../src/screening/filter/reading/reading.ts';
import { reasonsOf, traceOf } from '../../../src/screening/filter/reasons.ts';

const model = shippedModel();
const advertising = {
  text: 'Jouez au casino en ligne, bonus gratuit 500 € ! http://casino-bonus.example.xyz/free',
  author: 'casino en ligne',
  url: 'http://casino-bonus.example.xyz/',
  language: 'fr',
} as const;
const traces = reasonsOf(model, read(advertising)).map(traceOf);

test('names the words that weighed most, in a few sentences', () => {
  const said = explainReasons(traces, 'fr');
  expect(said.length).toBeGreaterThanOrEqual(2);
  expect(said.length).toBeLessThanOrEqual(5);
  expect(said.join(' ')).toContain('«\u00A0casino\u00A0»');
  expect(explainReasons(traces, 'en')).toHaveLength(said.length);
});

test('shows the author none of these words', () => {
  for (const language of ['fr', 'en'] as const)
    expect(explainReasonsToAuthor(traces, language).join(' ')).not.toMatch(/«|~|casino|xyz/);
});

test('finds at least one reason for any comment', () => {
  const { length } = explainReasons(reasonsOf(model, read({ text: '' })).map(traceOf), 'en');
  expect(length).toBeGreaterThan(0);
});

test.each(['link: ~cheap-domain', 'page: ~site-cheap'])(
  'calls no address throw-away for its ending: %s',
  (term) => {
    expect(explainReasons([{ field: 'text', term }], 'fr')[0]).toMatch(/une terminaison dont les spammeurs/);
    expect(explainReasons([{ field: 'text', term }], 'en')[0]).toMatch(/an ending that spammers often use/);
  },
);

test('ignores the traces of other checks', () => {
  expect(explainReasons([{ field: 'text', term: 'https://example.fr' }], 'fr')).toEqual([]);
});

test('cuts a long list of terms between two terms, never inside one', () => {
  const terms = ['exceptionnellement', 'extraordinairement', 'inconditionnellement', 'irresponsablement'];
  const { term } = traceOf({ subject: 'words', odds: 1, terms });
  expect(term).toBe('words: exceptionnellement, extraordinairement, inconditionnellement');
});

test("names the site's own moderators when their decisions made the difference", () => {
  const { reasons } = judge(
    model,
    { text: 'La digue a tenu cette nuit.', language: 'fr' },
    {
      policy: { holdPercent: 1, spamPercent: 0.1 },
      language: 'fr',
      author: { proven: false, approved: 0 },
      siteOdds: () => 4,
    },
  );
  expect(explainReasons(reasons.map(traceOf), 'fr')[0]).toMatch(/la modération de ce site/);
});
