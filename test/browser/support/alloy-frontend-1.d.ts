declare module 'alloy-frontend-1' {
  const Alloy: unknown;
  export default Alloy;
}
