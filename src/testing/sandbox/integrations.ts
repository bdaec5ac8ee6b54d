import type { Integration, Workflow } from '../../core/integrations/integration';

/** What a sandbox holds unless it is given other integrations: none is installed. */
export const SANDBOX_INTEGRATIONS: readonly Integration[] = [
  integration('66326843cc9cdb107221f222', 'Shopify', '#5e8e3e', 'Products, orders and customers', [
    ['66326849cc9cdb107221f342', 'Order sync'],
    ['66326849cc9cdb107221f343', 'Inventory sync'],
  ]),
  integration('66326843cc9cdb107221f223', 'HubSpot', '#d9461f', 'Contacts, companies and deals', [
    ['66326849cc9cdb107221f344', 'Contact sync'],
    ['66326849cc9cdb107221f345', 'Deal stages to HubSpot'],
  ]),
  integration(
    '66326843cc9cdb107221f224',
    'Slack',
    '#611f69',
    'Messages where the team already is',
    [['66326849cc9cdb107221f346', 'New order alerts']],
  ),
  integration('66326843cc9cdb107221f225', 'Salesforce', '#0b6fb8', 'Accounts and opportunities', [
    ['66326849cc9cdb107221f347', 'Account sync'],
  ]),
  integration('66326843cc9cdb107221f226', 'QuickBooks', '#237a12', 'Invoices and payments', [
    ['66326849cc9cdb107221f348', 'Invoice sync'],
  ]),
  integration('66326843cc9cdb107221f227', 'Klaviyo', '#232426', 'Lists and campaigns', [
    ['66326849cc9cdb107221f349', 'Customer list sync'],
  ]),
];

function integration(
  integrationId: string,
  name: string,
  color: string,
  description: string,
  workflows: readonly (readonly [id: string, name: string])[],
): Integration {
  const icon = letterIcon(name, color);
  return {
    integrationId,
    name,
    description,
    icon,
    installed: false,
    workflows: workflows.map(([workflowId, workflowName]) => ({
      workflowId,
      name: workflowName,
      installed: false,
      active: false,
      version: 1,
      installedVersion: null,
      updateAvailable: false,
      connectors: [
        { id: `${workflowId}-1`, name, connector: slug(name), icon, subtitle: workflowName },
      ],
    })),
    credentials: [slug(name)],
  };
}

/** A tile with the first letter, as a data: URI, since the sandbox works offline. */
function letterIcon(name: string, color: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><rect width="40" height="40" rx="9" fill="${color}"/><text x="20" y="27" fill="#fff" font-family="system-ui,sans-serif" font-size="20" font-weight="650" text-anchor="middle">${name.charAt(0)}</text></svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

/** The answer of Alloy's API, in the words of the version that was asked. */
export function toApiIntegration(
  { name, workflows, ...integration }: Integration,
  isOlder: boolean,
): object {
  return {
    ...integration,
    [isOlder ? 'app' : 'primaryConnector']: name,
    workflows: workflows.map((workflow) => toApiWorkflow(workflow, isOlder)),
  };
}

/** Without `updateAvailable`, which is this library's own: Alloy tells of two versions. */
export function toApiWorkflow(workflow: Workflow, isOlder: boolean): object {
  const { workflowId, name, installed, active, version, installedVersion } = workflow;
  // A test in JavaScript may leave them out.
  const connectors = (workflow.connectors as Workflow['connectors'] | undefined) ?? [];
  return {
    ...{ workflowId, name, installed, active, version, installedVersion },
    [isOlder ? 'blocks' : 'connectors']: connectors.map(({ connector, ...app }) => ({
      ...app,
      [isOlder ? 'type' : 'connector']: connector,
    })),
  };
}

function slug(name: string): string {
  return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
