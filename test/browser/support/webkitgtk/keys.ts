/** The characters that stand for keys without one, by their names (W3C WebDriver, 17.4.2). */
const CHARACTERS: Record<string, string> = {
  Backspace: '\uE003',
  Tab: '\uE004',
  Enter: '\uE007',
  Shift: '\uE008',
  Control: '\uE009',
  Alt: '\uE00A',
  Escape: '\uE00C',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
  Meta: '\uE03D',
};

export function characterOf(key: string): string {
  const character = CHARACTERS[key] ?? key;
  if (character.length > 1) throw new Error(`WebDriver has no key "${key}".`);
  return character;
}
