import react from '@vitejs/plugin-react';

/** With React Compiler. */
export default { plugins: [react({ babel: { plugins: ['babel-plugin-react-compiler'] } })] };
