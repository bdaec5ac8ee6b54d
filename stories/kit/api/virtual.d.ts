declare module 'virtual:alloy-api' {
  interface Member {
    name: string;
    type: string;
    optional: boolean;
    text: string;
    byDefault: string;
  }
  interface Exported {
    name: string;
    kind: 'component' | 'hook' | 'function' | 'class' | 'value' | 'type';
    signature: string;
    text: string;
    throws: string[];
    examples: string[];
    members: Member[];
    /** An element whose props it takes besides. */
    inherits: string;
  }
  interface Entry {
    name: string;
    exports: Exported[];
  }
  const entries: Entry[];
  export default entries;
  export type { Entry, Exported, Member };
}
