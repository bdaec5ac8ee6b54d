import { expect, test } from 'vitest';
import { foldText } from '../../../src/react/catalog/search/fold-text';

test.each([
  ['ışık', 'Işık'],
  ['isik', 'IŞIK'],
  ['lodz', 'Łódź'],
  ['strasse', 'Straße'],
  ['orsted', 'Ørsted'],
  ["lowe's", 'Lowe’s'],
  ['lowes', 'Lowe’s'],
  ['cafe', 'CAFÉ'],
  ['shopify', 'Ｓｈｏｐｉｆｙ'],
  ['елка', 'Ёлка'],
  ['مثبت', 'مثبَّت'],
  ['カタカナ', 'ｶﾀｶﾅ'],
])('"%s" finds "%s"', (query, text) => {
  expect(foldText(text)).toContain(foldText(query));
});

test.each([
  ['パン', 'ハンコ'],
  ['は', 'ば'],
  ['й', 'и'],
  ['กา', 'กิ'],
])('"%s" does not find "%s": another letter is not an accent', (query, text) => {
  expect(foldText(text)).not.toContain(foldText(query));
});
