import { expect, test } from '@jest/globals';
import { siteOptions } from '../../cli/site-options.ts';

const site = { site: 'lejournal', name: 'Le Journal', language: 'fr', origin: ['https://www.lejournal.fr'] };

test('a site is described by its options', () => {
  expect(siteOptions(site)).toEqual({
    id: 'lejournal',
    name: 'Le Journal',
    language: 'fr',
    origins: ['https://www.lejournal.fr'],
    table: undefined,
  });
});

test.each([
  ['https://exämple.de', 'https://xn--exmple-cua.de'],
  ['http://CAFÉ.example:8080', 'http://xn--caf-dma.example:8080'],
  ['http://127.0.0.1:4000', 'http://127.0.0.1:4000'],
])('an origin is kept as browsers write it: %s', (typed, origin) => {
  expect(siteOptions({ ...site, origin: [typed] }).origins).toEqual([origin]);
});

test.each(['America/Toronto', 'Europe/Paris', 'UTC'])('a site may keep the time of %s', (timeZone) => {
  expect(siteOptions({ ...site, 'time-zone': timeZone })).toMatchObject({ timeZone });
});

test.each([
  ['site', 'Le Journal'],
  ['site', '-a'],
  ['site', undefined],
  ['name', ' '],
  ['language', 'de'],
  ['origin', []],
  ['origin', ['https://www.lejournal.fr/']],
  ['origin', ['www.lejournal.fr']],
  ['origin', ['javascript:alert(1)']],
  ['origin', ['https://www.LeJournal.fr']],
  ['origin', ['https://exämple.de/']],
  ['origin', ['https://exämple.de ']],
  ['origin', ['https://\u00AD']],
  ['origin', ['https://é@exämple.de']],
  ['origin', undefined],
  ['name', 'Le\nCourrier'],
  ['time-zone', 'Paris'],
  ['time-zone', '+02:00'],
  ['time-zone', ''],
])('a wrong option is named on one line: --%s %j', (name, value) => {
  expect(() => siteOptions({ ...site, [name]: value })).toThrow(new RegExp(`^--${name} [^\\n]+$`));
});
