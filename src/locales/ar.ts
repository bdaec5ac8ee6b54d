import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in Arabic, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { ar } from 'alloy-react/locales/ar';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={ar}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const ar: AlloyLabels = {
  button: {
    idle: 'ربط',
    loading: 'جارٍ الفتح…',
    open: 'جارٍ الربط…',
    success: 'تم الربط',
    error: 'إعادة المحاولة',
    offline: 'لا يوجد اتصال. تحقق من شبكتك.',
    failed: 'لم ينجح ذلك.',
  },
  catalog: {
    title: 'التكاملات',
    search: 'البحث في التكاملات',
    empty: 'لا توجد تكاملات بعد.',
    noMatch: 'لا يوجد تكامل يطابق بحثك.',
    loading: 'جارٍ تحميل التكاملات…',
    error: 'تعذّر تحميل التكاملات.',
    retry: 'إعادة المحاولة',
    installed: 'مثبَّت',
    updateAvailable: 'يتوفر تحديث',
    manage: 'إدارة',
    update: 'تحديث',
    switchError: (workflow, error) =>
      `${workflow}: لم ينجح ذلك. ${reason(error)} يُرجى المحاولة مرة أخرى.`,
    results: countOf,
    showAll: (count) => `عرض الكل (${count})`,
    showFewer: 'عرض أقل',
    disconnect: 'إلغاء الربط',
    disconnectQuestion: (name) => `هل تريد إلغاء ربط ${name}؟`,
    disconnectConsequence: (name) =>
      `ستتوقف عمليات سير العمل الخاصة به وتُحذف مع إعداداتها. يمكنك ربط ${name} مرة أخرى في أي وقت.`,
    disconnectCancel: 'إلغاء الأمر',
    disconnecting: 'جارٍ إلغاء الربط…',
    disconnected: (name) => `تم إلغاء ربط ${name}.`,
    disconnectError: (name, error) =>
      `تعذّر إلغاء ربط ${name}. ${disconnectReason(error)} يُرجى المحاولة مرة أخرى.`,
  },
  modal: {
    title: 'ربط تطبيق',
    close: 'إغلاق',
    unreachable: 'تعذّر تحميل هذه الصفحة.',
    retry: 'إعادة المحاولة',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return 'هذا غير مسموح به.';
  return status === undefined ? 'تعذّر الوصول إلى Alloy.' : `رفض Alloy الطلب (${status}).`;
}

function countOf(count: number): string {
  const forms = {
    zero: 'لا تكاملات',
    one: 'تكامل واحد',
    two: 'تكاملان',
    few: `${count} تكاملات`,
    many: `${count} تكاملًا`,
    other: `${count} تكامل`,
  };
  return forms[new Intl.PluralRules('ar').select(count)];
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized') return 'هذا غير مسموح به أو انتهت جلستك.';
  return status === undefined ? 'لم يصل أي رد.' : 'رُفض الطلب.';
}
