interface Node {
  type: string;
  meta?: string | null;
  data?: { hProperties?: Record<string, string> };
  children?: Node[];
}

/** A remark plugin: hands `title="app/page.tsx"` behind the language of a code block on to what draws it. */
export function codeTitles(): (tree: Node) => void {
  return function visit(node: Node): void {
    const title = node.type === 'code' ? /title="(.+?)"/.exec(node.meta ?? '')?.[1] : undefined;
    if (title) node.data = { ...node.data, hProperties: { ...node.data?.hProperties, title } };
    node.children?.forEach(visit);
  };
}
