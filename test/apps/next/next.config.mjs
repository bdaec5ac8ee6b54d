/** @type {import('next').NextConfig} */
export default {
  // One process is enough for three pages, and kind to a small machine.
  experimental: { cpus: 1 },
};
