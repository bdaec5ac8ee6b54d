import { createContext } from 'react';

/** The name of a story that is one of several on a page. Undefined where it stands alone. */
export const StoryNameContext = createContext<string | undefined>(undefined);
