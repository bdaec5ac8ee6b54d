import '@testing-library/jest-dom/vitest';
import { cleanup, configure } from '@testing-library/react';
import { afterEach } from 'vitest';

// For a busy machine.
configure({ asyncUtilTimeout: 5000 });

afterEach(cleanup);
