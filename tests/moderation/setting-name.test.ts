import { expect, test } from '@jest/globals';
import { controlName, settingName } from '../../browser/moderation/policy/setting-name.ts';
import { wordsIn } from '../../browser/moderation/words/vocabulary.ts';

test('a place of the policy is called as the form calls it, an entry of a list by its number, another as the document does', () => {
  const nameOf = (place: string) => settingName(wordsIn('fr'), place);
  expect(nameOf('policy.retention.rejectedDays')).toBe('Conservation, en jours › Refusés');
  expect(nameOf('blocked.domains')).toBe('Listes de spam › Domaines');
  expect(nameOf('policy.blocked.words.3')).toBe('Listes de spam › Mots et expressions (4)');
  expect(nameOf('policy.checks.links')).toBe('Vérifications › Liens');
  expect(nameOf('articles.gare')).toBe('articles.gare');
  expect(controlName('policy.blocked.words.3')).toBe('policy.blocked.words');
});
