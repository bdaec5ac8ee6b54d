import { describe, expect, test } from 'vitest';
import { readIntegrations } from '../../../src/core/integrations/read-integrations';
import { takeConsole } from '../../support/console';

const WHERE = 'GET /integrations';

const one = { integrationId: 'i1', app: 'Shopify', installed: true, workflows: [] };

function read(entries: readonly unknown[]): ReturnType<typeof readIntegrations> {
  return readIntegrations({ data: entries }, WHERE);
}

test('what Alloy leaves out or sends as null is filled in, without a word', () => {
  expect(
    read([
      { integrationId: 'i1', app: 'Magento', icon: '', workflows: null, credentials: null },
      {
        integrationId: 'i2',
        app: 'Odoo',
        description: null,
        workflows: [{ workflowId: 'w1', name: 'Sync', blocks: [{ type: 'odoo' }] }],
      },
    ]),
  ).toEqual([
    {
      integrationId: 'i1',
      name: 'Magento',
      description: '',
      icon: null,
      installed: false,
      workflows: [],
      credentials: [],
    },
    {
      integrationId: 'i2',
      name: 'Odoo',
      description: '',
      icon: null,
      installed: false,
      workflows: [
        {
          workflowId: 'w1',
          name: 'Sync',
          installed: false,
          active: false,
          version: null,
          installedVersion: null,
          updateAvailable: false,
          connectors: [{ id: null, name: 'odoo', connector: 'odoo', icon: null, subtitle: null }],
        },
      ],
      credentials: [],
    },
  ]);
});

test.each([
  [{ version: 2, installedVersion: 1, installed: true }, true],
  [{ version: 2, installedVersion: 2, installed: true }, false],
  [{ version: 2, installedVersion: 1, installed: false }, false],
  [{ version: 2, installed: true }, false],
])('a workflow of %o has an update available: %s', (fields, expected) => {
  const [integration] = read([{ ...one, workflows: [{ workflowId: 'w1', name: 'S', ...fields }] }]);
  expect(integration?.workflows[0]?.updateAvailable).toBe(expected);
});

test('an integration of which a workflow is installed is installed, whatever else Alloy says of it', () => {
  const workflows = [{ workflowId: 'w1', name: 'Sync', installed: true }];
  expect(read([{ ...one, installed: false, workflows }])).toMatchObject([{ installed: true }]);
  expect(read([{ ...one, installed: false }])).toMatchObject([{ installed: false }]);
});

describe('an odd field', () => {
  test.each([
    ['installed', 'yes', 'data[0].installed is a string, not a boolean', { installed: false }],
    ['icon', false, 'data[0].icon is a boolean, not a string', { icon: null }],
    ['description', 7, 'data[0].description is a number, not a string', { description: '' }],
    ['workflows', {}, 'data[0].workflows is an object, not a list', { workflows: [] }],
    ['credentials', 'shopify', 'data[0].credentials is a string, not a list', { credentials: [] }],
  ])('%s: %o counts as absent, and the console says so', (field, value, complaint, expected) => {
    expect(read([{ ...one, [field]: value }])).toMatchObject([{ name: 'Shopify', ...expected }]);
    const warned = takeConsole('warn');
    expect(warned).toEqual([expect.stringContaining(complaint)]);
    expect(warned[0]).toContain(WHERE);
  });

  test.each([
    ['version', '2', 'version is a string, not a number', { version: null }],
    ['version', NaN, 'version is a number, not a number', { version: null }],
    ['active', 'on', 'active is a string, not a boolean', { active: false }],
    ['connectors', 'x', 'connectors is a string, not a list', { connectors: [] }],
    ['connectors', [{ name: 'X' }], 'connector is missing', { connectors: [] }],
  ])('of a workflow, %s: %o counts as absent', (field, value, complaint, expected) => {
    const workflows = [{ workflowId: 'w1', name: 'Sync', [field]: value }];
    expect(read([{ ...one, workflows }])).toMatchObject([{ workflows: [expected] }]);
    expect(takeConsole('warn')).toEqual([expect.stringContaining(complaint)]);
  });
});

test.each([
  ['a null', null, 'data[1] is null, not an object'],
  ['a list', [], 'data[1] is a list, not an object'],
  ['one whose id is a number', { ...one, integrationId: 7 }, 'data[1].integrationId is a number'],
  ['one without a name', { ...one, app: undefined }, 'data[1].primaryConnector is missing'],
  ['one whose name is empty', { ...one, app: ' ' }, 'data[1].app is a string, not a string with'],
])('among the entries, %s is left out, and the others are shown', (_name, entry, complaint) => {
  expect(read([one, entry, { ...one, integrationId: 'i2' }])).toMatchObject([
    { integrationId: 'i1' },
    { integrationId: 'i2' },
  ]);
  expect(takeConsole('warn')).toEqual([expect.stringContaining(complaint)]);
});

test.each([
  ['an id', { name: 'Sync' }, 'workflows[0].workflowId is missing'],
  ['a name', { workflowId: 'w2' }, 'workflows[0].name is missing'],
])('a workflow without %s is left out, and its integration is shown', (_name, odd, complaint) => {
  const workflows = [odd, { workflowId: 'w1', name: 'Sync' }];
  expect(read([{ ...one, workflows }])).toMatchObject([{ workflows: [{ workflowId: 'w1' }] }]);
  expect(takeConsole('warn')).toEqual([expect.stringContaining(complaint)]);
});

test('the same oddity of the next answer is not said again, and many are one line', () => {
  const entries = [one, { ...one, icon: 1 }, { ...one, icon: 2 }, { ...one, icon: 3 }];
  read(entries);
  read(entries);
  expect(takeConsole('warn')).toEqual([expect.stringContaining('and 2 more')]);
});

test('no value of the answer is in what the console says', () => {
  read([one, { ...one, description: ['confidential'] }]);
  const warned = takeConsole('warn');
  expect(warned).toHaveLength(1);
  expect(warned.join()).not.toContain('confidential');
});

test.each([
  ['null', null, 'The answer is null, not an object'],
  ['a list', [], 'The answer is a list, not an object'],
  ['no data', {}, 'data is missing, not a list'],
  ['nothing that can be read', { data: [null] }, 'data[0] is null, not an object'],
])('%s is api/malformed with the path of what was wrong', (_name, answer, path) => {
  expect(() => readIntegrations(answer, WHERE)).toThrow(
    expect.objectContaining({
      code: 'api/malformed',
      message: expect.stringContaining(path) as string,
    }) as Error,
  );
});
