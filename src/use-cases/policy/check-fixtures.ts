import { type PolicyDocument, partsOf } from '../../comment/policies/policy-document.ts';
import { Refusal } from '../../comment/refusal.ts';
import type { Language, Site } from '../../comment/site.ts';
import type { Model } from '../../screening/filter/model/model.ts';
import type { MonotonicNow } from '../../screening/screen.ts';
import { fixtureSentence } from '../../screening/sentences/fixture-sentences.ts';
import { tryFixtures } from '../../screening/trial/try-fixtures.ts';

type Context = {
  readonly model: Model;
  readonly monotonicNow: MonotonicNow;
  readonly now: number;
  /** The language of the messages. */
  readonly language: Language;
};

/** @throws {Refusal} `invalid-fields`, with a line for each fixture that failed */
export const checkFixtures = (
  document: PolicyDocument,
  { id: site, language }: Pick<Site, 'id' | 'language'>,
  { model, monotonicNow, now, language: told }: Context,
): void => {
  const { policy, fixtures } = partsOf(document);
  const trial = { site, policy, language, now, model };
  const { failed, isUnfinished } = tryFixtures(fixtures, trial, monotonicNow);
  const fields = failed.map((fixture) => ({
    field: `policy.fixtures.${fixture.at}`,
    detail: fixtureSentence(fixture, told),
  }));
  if (fields.length > 0)
    throw new Refusal('invalid-fields', 'Some fixtures get another answer than they expect.', { fields });
  if (isUnfinished)
    throw new Refusal('invalid-fields', 'Some fields are missing or wrong.', {
      fields: [{ field: 'policy.fixtures', detail: 'Together they take too long to judge: leave some out.' }],
    });
};
