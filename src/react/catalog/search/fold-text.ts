'use client';

/**
 * A text as a search compares it: neither case nor accents, nor the shape of an apostrophe or a full-width letter count.
 *
 * Unicode's compatibility decomposition takes most of it apart; the table has what that leaves whole. Libraries that do
 * the same for every script (remove-accents, lodash's deburr, transliteration) take 1 to 100 kB, and `Intl.Collator`
 * compares whole texts only. Marks go where they are accents. In Japanese they make other letters: "パン" does not find "ハンコ".
 */
export function foldText(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replace(ACCENTS, '$1')
    .replace(POINTS, '')
    .replace(WHOLE, (letter) => LETTERS[letter] ?? '')
    .normalize('NFC');
}

/** Of Cyrillic only ё is written either way; й is a letter of its own. */
const ACCENTS = /([\p{Script=Latin}\p{Script=Greek}е])[\u0300-\u036f]+/gu;

/** Hebrew and Arabic write them or not. */
const POINTS =
  /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a\u064b-\u065f\u0670]/g;

/** Apostrophes are left out of a text: "lowes" finds "Lowe’s". */
const LETTERS: Partial<Record<string, string>> = {
  ı: 'i',
  ł: 'l',
  ß: 'ss',
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ς: 'σ',
};

const WHOLE = /[ıłßøđðħæœþς'’‘ʼ`´′]/g;
