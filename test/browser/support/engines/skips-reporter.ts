import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import type { EngineInfo } from './engine-info.ts';

declare module 'vitest' {
  interface TaskMeta {
    engine?: EngineInfo;
  }
}

/** What one project ran in its engine. */
export interface EngineRun extends EngineInfo {
  files: Record<string, { passed: number; failed: number; skipped: number }>;
  skipped: { name: string; reason: string }[];
}

/** Where the runs are noted, a file a project: `scripts/engines.mjs` makes the table of the docs of them. */
const RUNS = 'temp/engines';

/** Lists, at the end of a run, what an engine's driver could not do, and notes what ran in which engine. */
export default class SkipsReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[]): void {
    for (const [project, run] of runsOf(modules)) {
      mkdirSync(RUNS, { recursive: true });
      writeFileSync(`${RUNS}/${project}.json`, `${JSON.stringify(run, null, 2)}\n`);
      for (const { name, reason } of run.skipped) {
        process.stdout.write(`skipped in ${run.name} ${run.version}: ${name}: ${reason}\n`);
      }
    }
  }
}

function runsOf(modules: readonly TestModule[]): Map<string, EngineRun> {
  const runs = new Map<string, EngineRun>();
  for (const module of modules) {
    const { engine } = module.meta();
    if (!engine) continue;
    // "firefox (firefox)": the project, and its instance.
    const [project = ''] = module.project.name.split(' ');
    const run = runs.get(project) ?? { ...engine, files: {}, skipped: [] };
    runs.set(project, run);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    run.files[module.relativeModuleId] = counts;
    for (const test of module.children.allTests()) {
      const { state } = test.result();
      if (state !== 'pending') counts[state]++;
      if (state === 'skipped') run.skipped.push(skipOf(test));
    }
  }
  return runs;
}

function skipOf(test: TestCase): { name: string; reason: string } {
  const result = test.result();
  const reason = result.state === 'skipped' ? result.note : undefined;
  return {
    name: `${test.module.relativeModuleId} > ${test.fullName}`,
    reason: reason ?? 'no reason given',
  };
}
