import { expect, test } from '@jest/globals';
import { staff } from '../../../src/screening/checks/staff.ts';
import { aDraft, anEvidence, aPolicy } from '../../make.ts';

const on = (author: string, ...reservedNames: readonly string[]) =>
  staff.run(
    anEvidence({
      draft: aDraft({ author }),
      policy: aPolicy(reservedNames.length > 0 ? { author: { reservedNames } } : {}),
    }),
  );

test.each([
  'La rédaction (modérateur)',
  'LA REDACTION',
  'La rédaction du journal ✔',
  'la_rédaction',
  'LaRédaction',
  'Le Modérateur',
  'M0dérateur',
  'm o d é r a t e u r',
  'Аdmin',
  'Mod\u200Berator',
  '𝓜𝓸𝓭𝓮𝓻𝓪𝓽𝓸𝓻',
  'ᴍᴏᴅᴇʀᴀᴛᴏʀ',
  'Jean, ᴀᴅᴍɪɴ',
  ...[
    'Administrateurs',
    'Modératrices',
    'Redaction',
    'Rédactions',
    'Webmasters',
    '@dmin',
    '@dm1ns',
    'Les Admins',
  ],
])('holds a comment that is signed as staff by any site’s policy: %s', (author) => {
  expect(on(author)?.outcome).toBe('hold');
});

test.each(['Zoé Martin', 'Zоé Martin', 'ZOE  MARTIN', 'Zoé-Martin', 'Zo\u00ADé Martin', 'ƵⱿ Zoé Martin'])(
  'holds a comment that is signed with a name of the policy: %s',
  (author) => {
    expect(on(author, 'Zoé Martin')).toMatchObject({ traces: [{ field: 'author', term: 'Zoé Martin' }] });
  },
);

test.each(['Zoé', 'Zoé Martinez', 'Martin Zoé', 'Modeste', 'Adminou', 'Rédacteur en herbe', 'Зоя'])(
  'has no objection to %s',
  (author) => {
    expect(on(author, 'Zoé Martin', 'modérateur', 'admin', 'la rédaction')).toBeUndefined();
  },
);
