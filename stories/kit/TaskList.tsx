import type { ComponentProps, ReactElement } from 'react';

/** An item of a checklist (`- [ ]` in MDX) is a label, so that a click on its words ticks it. */
export function ListItem({ children, ...props }: ComponentProps<'li'>): ReactElement {
  const isTask = props.className?.includes('task-list-item') ?? false;
  return <li {...props}>{isTask ? <label>{children}</label> : children}</li>;
}

/** Markdown's boxes are disabled. A reader may tick these; nothing is kept. */
export function CheckBox({ checked }: ComponentProps<'input'>): ReactElement {
  return <input type="checkbox" defaultChecked={checked} />;
}
