import { expect, test } from '@jest/globals';
import { en } from '../../browser/moderation/words/records/en.ts';
import { fr } from '../../browser/moderation/words/records/fr.ts';
import type { SiteAction } from '../../src/moderation/site-event.ts';
import type { AuditEvent } from '../../src/moderation/status-change.ts';

/** Compiles only while it names each of them. */
const actions: Readonly<Record<AuditEvent['action'] | SiteAction, true>> = {
  ...{ approve: true, reject: true, spam: true, restore: true, page: true, undo: true, hold: true },
  ...{ screen: true, remove: true, edit: true, reply: true, withdraw: true, erase: true },
  ...{ 'invite-member': true, 'add-member': true, join: true, 'change-member': true, 'remove-member': true },
  ...{ 'make-feed': true, 'drop-feed': true, ban: true, 'lift-ban': true, 'mute-reporter': true },
  ...{ 'change-article': true, 'reset-learning': true, 'begin-surge': true, 'end-surge': true },
  ...{ 'create-site': true, 'change-site': true, 'change-policy': true, 'roll-back-policy': true },
};

test('whatever the audit trail tells of has words in both languages, and nothing else is offered as a filter', () => {
  for (const words of [fr, en])
    expect(Object.keys(words.actions).sort()).toEqual(Object.keys(actions).sort());
});
