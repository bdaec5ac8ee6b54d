import type { AlloyError } from '../errors/alloy-error';
import type { AlloyLabels } from '../react/labels';

/**
 * Every word of the library in Japanese, for `labels` of the provider.
 *
 * @example
 * ```tsx
 * import { ja } from 'alloy-react/locales/ja';
 *
 * <AlloyProvider tokenUrl="/api/alloy/token" labels={ja}>
 *   <App />
 * </AlloyProvider>;
 * ```
 */
export const ja: AlloyLabels = {
  button: {
    idle: '連携する',
    loading: '開いています…',
    open: '連携しています…',
    success: '連携済み',
    error: 'もう一度試す',
    offline: '接続できません。ネットワークを確認してください。',
    failed: 'うまくいきませんでした。',
  },
  catalog: {
    title: '連携サービス',
    search: '連携サービスを検索',
    empty: '連携サービスはまだありません。',
    noMatch: '検索に一致する連携サービスはありません。',
    loading: '連携サービスを読み込んでいます…',
    error: '連携サービスを読み込めませんでした。',
    retry: 'もう一度試す',
    installed: 'インストール済み',
    updateAvailable: '更新があります',
    manage: '管理',
    update: '更新する',
    switchError: (workflow, error) =>
      `${workflow}: 変更できませんでした。${reason(error)}もう一度お試しください。`,
    results: (count) => `${count} 件の連携サービス`,
    showAll: (count) => `すべて表示 (${count})`,
    showFewer: '表示を減らす',
    disconnect: '連携を解除する',
    disconnectQuestion: (name) => `${name} の連携を解除しますか？`,
    disconnectConsequence: (name) =>
      `この連携のワークフローは停止し、設定とともに削除されます。${name} はいつでも再び連携できます。`,
    disconnectCancel: 'キャンセル',
    disconnecting: '解除しています…',
    disconnected: (name) => `${name} の連携を解除しました。`,
    disconnectError: (name, error) =>
      `${name} の連携を解除できませんでした。${disconnectReason(error)}もう一度お試しください。`,
  },
  modal: {
    title: 'アプリを連携する',
    close: '閉じる',
    unreachable: 'このページを読み込めませんでした。',
    retry: 'もう一度試す',
  },
};

function reason({ code, status }: AlloyError): string {
  if (code === 'api/unauthorized') return '許可されていません。';
  return status === undefined
    ? 'Alloy に接続できませんでした。'
    : `Alloy に拒否されました (${status})。`;
}

function disconnectReason({ code, status }: AlloyError): string {
  if (code === 'disconnect/unauthorized') return '許可されていないか、サインインしていません。';
  return status === undefined ? '応答がありませんでした。' : 'リクエストが拒否されました。';
}
