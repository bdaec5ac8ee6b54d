/**
 * What Alloy answers for a user who can connect `count` apps.
 *
 * @param {number} count
 */
export function answerOf(count) {
  const data = Array.from({ length: count }, (_, index) => ({
    integrationId: `i${index}`,
    description: `Sends what happens in app ${index} here, and back.`,
    primaryConnector: `App ${index}`,
    installed: false,
    icon: null,
    workflows: [],
    credentials: [],
  }));
  return JSON.stringify({ data });
}
