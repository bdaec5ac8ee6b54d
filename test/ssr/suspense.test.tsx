import { Suspense, type ReactElement } from 'react';
import { renderToPipeableStream, renderToString } from 'react-dom/server';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { expect, test, vi } from 'vitest';
import { AlloyProvider, useSuspenseIntegrations } from '../../src';

function Page(): ReactElement {
  return (
    <AlloyProvider tokenUrl="/api/alloy/token">
      <h1>Settings</h1>
      <Suspense fallback={<p>One moment</p>}>
        <Count />
        <Count />
      </Suspense>
    </AlloyProvider>
  );
}

function Count(): ReactElement {
  return <p>{useSuspenseIntegrations().integrations.length} integrations</p>;
}

/** As the entry that React Router brings answers: any error before the shell is a 500, and later ones are logged. */
function answer(): Promise<{ status: number; html: string; errors: unknown[] }> {
  return new Promise((resolve) => {
    const errors: unknown[] = [];
    let status = 200;
    const { pipe } = renderToPipeableStream(<Page />, {
      onShellReady() {
        const sentStatus = status;
        const body = new PassThrough();
        pipe(body);
        void text(body).then((html) => resolve({ status: sentStatus, html, errors }));
      },
      onError(error) {
        status = 500;
        errors.push(error);
        return (error as { digest?: string }).digest;
      },
    });
  });
}

test('a page with suspended integrations is answered with 200 and the fallback, and leaves the rest to the browser', async () => {
  const { status, html, errors } = await answer();
  expect(status).toBe(200);
  expect(html).toContain('<h1>Settings</h1>');
  expect(html).toContain('<p>One moment</p>');
  // What Next goes by: it logs no such error.
  expect(html).toContain('BAILOUT_TO_CLIENT_SIDE_RENDERING');
  expect(errors.length).toBeGreaterThan(0);
  for (const error of errors) {
    expect(error).toMatchObject({ digest: 'BAILOUT_TO_CLIENT_SIDE_RENDERING' });
  }
});

test('renderToString sends the fallback too', () => {
  const complaints = vi.spyOn(console, 'error');
  expect(renderToString(<Page />)).toContain('<p>One moment</p>');
  expect(complaints).not.toHaveBeenCalled();
});
