import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { AlloyErrorCode } from '../../src/errors/codes';
import { AlloyError } from '../../src/errors/alloy-error';

const guide = readFileSync('stories/guides/Errors.mdx', 'utf8');
const readme = readFileSync('README.md', 'utf8');
const codes = [
  ...readFileSync('src/errors/codes.ts', 'utf8').matchAll(/^ {2}\| '([a-z]+\/[a-z-]+)'/gm),
].map(([, code]) => code as AlloyErrorCode);

test('the codes are found in the source', () => {
  expect(codes.length).toBeGreaterThan(20);
});

test.each(codes)('%s has a cause, a cure and the anchor that its message links to', (code) => {
  const anchor = new AlloyError(code).message.split('#').at(-1) ?? '';
  const section = guide.split('<h3 id=').find((part) => part.startsWith(`"${anchor}">${code}<`));
  expect(section).toContain('**Cure:**');
  // On npm the message of a production build links to the README.
  expect(readme).toContain(`<a id="${anchor}"></a>\`${code}\``);
});
