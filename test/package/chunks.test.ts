import { expect, test } from 'vitest';
import { modulesIn, splitBundle } from './support/split-bundle';

const flow = await splitBundle(['AlloyProvider', 'useAlloyInstall', 'IntegrationButton']);

test('neither Alloy’s SDK, nor the adapter, nor the data layer is on the first page', () => {
  const inputs = modulesIn(flow, flow.first);
  expect(inputs).toContain('dist/esm/react/AlloyProvider.js');
  expect(inputs).not.toMatch(
    /alloy-frontend|sdk\/adapter|react-query|query-core|jwt-decode|core\/engine/,
  );
});

test('the adapter and the SDK come later, the data layer not at all', () => {
  const later = Object.keys(flow.metafile.outputs).filter((chunk) => !flow.first.includes(chunk));
  const inputs = modulesIn(flow, later);
  expect(inputs).toMatch(/alloy-frontend/);
  expect(inputs).toMatch(/sdk\/adapter/);
  expect(inputs).not.toMatch(/react-query|query-core/);
});
