import { expect, test } from '@jest/globals';
import { isKnown, notModified } from '../../../local/edge/entity-tags.ts';

test.each(['"a"', 'W/"a"', '"x", "a"', 'W/"x" , W/"a" ,"y"', '*', ' "a" ', '"x,y","a"'])(
  'who says %s has it, strong or weak',
  (header) => {
    expect([isKnown(header, '"a"'), isKnown(header, 'W/"a"')]).toEqual([true, true]);
  },
);

test.each([undefined, '', 'a', '"b"', '"aa"', '"x,"a', '""', '"x", *', '"'])(
  'who says %s does not have it',
  (header) => {
    expect(isKnown(header, '"a"')).toBe(false);
  },
);

test('an answer without a tag is known to nobody', () => {
  expect(isKnown('*', undefined)).toBe(false);
});

test('a 304 says all that the 200 said but what its body is', () => {
  const headers = { etag: '"a"', vary: 'Origin', 'content-type': 'text/html', 'content-encoding': 'br' };
  expect(notModified({ status: 200, headers, body: 'x' })).toEqual({
    status: 304,
    headers: { etag: '"a"', vary: 'Origin' },
    body: '',
  });
});
