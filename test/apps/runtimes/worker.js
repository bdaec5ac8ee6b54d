import { createBackend } from './backend.js';

let backend;

export default {
  // Secrets and settings come with the request.
  fetch(request, env) {
    backend ??= createBackend(env);
    return backend(request);
  },
};
