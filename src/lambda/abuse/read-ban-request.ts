import type { Given } from '../../api/moderators/bans/add-ban.ts';
import { Refusal } from '../../comment/refusal.ts';
import { DAY_MS, SECOND_MS } from '../../comment/time.ts';
import type { BanRequest } from '../../moderation/ban-request.ts';
import { readBanValue, type ValueKind } from '../../screening/text/ban-value.ts';

/**
 * What is asked for, in the form in which it is kept.
 * @throws {Refusal} `invalid-fields` for an end that has passed
 */
export const banRequestOf = (given: Given, now: number): BanRequest => {
  const { kind, value = '', article, comment, range: isRange = false, effect, reason } = given;
  const until = endOf(given, now);
  if (until !== undefined && until <= now)
    throw new Refusal('invalid-fields', 'Some fields are wrong.', {
      fields: [{ field: 'until', detail: 'It must be a time to come.' }],
    });
  const terms = { effect, reason, ...(until === undefined ? {} : { until }) };
  if (kind !== 'domain' && article !== undefined && comment !== undefined)
    return { ...terms, kind, article, comment, isRange };
  const named = kind as ValueKind;
  return { ...terms, kind: named, value: readBanValue(named, value) ?? '' };
};

const endOf = ({ until, days }: Given, now: number): number | undefined => {
  if (until === undefined && days === undefined) return undefined;
  const end = until === undefined ? now + (days ?? 0) * DAY_MS : Date.parse(until);
  // As it is kept.
  return Math.ceil(end / SECOND_MS) * SECOND_MS;
};
