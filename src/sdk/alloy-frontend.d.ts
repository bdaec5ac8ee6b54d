/** alloy-frontend ships no types; the adapter checks what it gets. */
declare module 'alloy-frontend' {
  const Alloy: unknown;
  export default Alloy;
}
