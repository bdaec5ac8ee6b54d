import type { AlloyLabels, Integration } from 'alloy-react';
import { ar } from 'alloy-react/locales/ar';
import { de } from 'alloy-react/locales/de';
import { lived } from './sample-integrations';

interface Translation {
  labels: AlloyLabels;
  /** Names of apps stay; what Alloy's account says of them is in its owner's language. */
  integrations: readonly Integration[];
}

export const german: Translation = {
  labels: de,
  integrations: translate({
    'Products, orders and customers': 'Produkte, Bestellungen und Kundendaten',
    'Contacts, companies and deals': 'Kontakte, Unternehmen und Geschäfte',
    'Messages where the team already is': 'Nachrichten dort, wo Ihr Team schon ist',
    'Accounts and opportunities': 'Kunden und Verkaufschancen',
    'Invoices and payments': 'Rechnungen und Zahlungen',
    'Lists and campaigns': 'Listen und Kampagnen',
    'Order sync': 'Bestellungen abgleichen',
    'Inventory sync': 'Lagerbestand abgleichen',
    'Contact sync': 'Kontakte abgleichen',
    'Deal stages to HubSpot': 'Verkaufsphasen an HubSpot',
    'New order alerts': 'Hinweis auf neue Bestellungen',
    'Account sync': 'Kundendaten abgleichen',
    'Invoice sync': 'Rechnungen abgleichen',
    'Customer list sync': 'Kundenlisten abgleichen',
  }),
};

export const arabic: Translation = {
  labels: ar,
  integrations: translate({
    'Products, orders and customers': 'المنتجات والطلبات والعملاء',
    'Contacts, companies and deals': 'جهات الاتصال والشركات والصفقات',
    'Messages where the team already is': 'الرسائل حيث يوجد فريقك',
    'Accounts and opportunities': 'الحسابات والفرص',
    'Invoices and payments': 'الفواتير والمدفوعات',
    'Lists and campaigns': 'القوائم والحملات',
    'Order sync': 'مزامنة الطلبات',
    'Inventory sync': 'مزامنة المخزون',
    'Contact sync': 'مزامنة جهات الاتصال',
    'Deal stages to HubSpot': 'مراحل الصفقات إلى HubSpot',
    'New order alerts': 'تنبيهات الطلبات الجديدة',
    'Account sync': 'مزامنة الحسابات',
    'Invoice sync': 'مزامنة الفواتير',
    'Customer list sync': 'مزامنة قوائم العملاء',
  }),
};

function translate(words: Record<string, string>): readonly Integration[] {
  const say = (text: string): string => words[text] ?? text;
  return lived.map((integration) => ({
    ...integration,
    description: say(integration.description),
    workflows: integration.workflows.map((workflow) => ({ ...workflow, name: say(workflow.name) })),
  }));
}
