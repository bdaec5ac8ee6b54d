import type { AlloyLabelOverrides, Integration } from '../../src';
import { lived } from './sample-integrations';

interface Translation {
  labels: AlloyLabelOverrides;
  /** Names of apps stay; what Alloy's account says of them is in its owner's language. */
  integrations: readonly Integration[];
}

export const german: Translation = {
  labels: {
    button: {
      idle: 'Verbinden',
      loading: 'Wird geöffnet…',
      open: 'Wird verbunden…',
      success: 'Verbunden',
      error: 'Erneut versuchen',
    },
    catalog: {
      search: 'Integrationen durchsuchen',
      empty: 'Es gibt noch keine Integrationen.',
      noMatch: 'Keine Integration passt zu Ihrer Suche.',
      loading: 'Integrationen werden geladen…',
      error: 'Die Integrationen konnten nicht geladen werden.',
      retry: 'Erneut versuchen',
      installed: 'Installiert',
      updateAvailable: 'Aktualisierung verfügbar',
      update: 'Aktualisieren',
      switchError: 'Das hat nicht geklappt. Bitte versuchen Sie es noch einmal.',
      results: (count) => (count === 1 ? '1 Integration' : `${count} Integrationen`),
    },
  },
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

const arabicPlural = new Intl.PluralRules('ar');

export const arabic: Translation = {
  labels: {
    button: {
      idle: 'ربط',
      loading: 'جارٍ الفتح…',
      open: 'جارٍ الربط…',
      success: 'تم الربط',
      error: 'إعادة المحاولة',
    },
    catalog: {
      search: 'البحث في التكاملات',
      empty: 'لا توجد تكاملات بعد.',
      noMatch: 'لا يوجد تكامل يطابق بحثك.',
      loading: 'جارٍ تحميل التكاملات…',
      error: 'تعذّر تحميل التكاملات.',
      retry: 'إعادة المحاولة',
      installed: 'مثبَّت',
      updateAvailable: 'يتوفر تحديث',
      update: 'تحديث',
      switchError: 'لم ينجح ذلك. يُرجى المحاولة مرة أخرى.',
      results: (count) =>
        ({
          zero: 'لا تكاملات',
          one: 'تكامل واحد',
          two: 'تكاملان',
          few: `${count} تكاملات`,
          many: `${count} تكاملًا`,
          other: `${count} تكامل`,
        })[arabicPlural.select(count)],
    },
  },
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
