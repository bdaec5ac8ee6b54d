import { mkdirSync, writeFileSync } from 'node:fs';
import type { Reporter, TestCase, TestModule, TestProject } from 'vitest/node';
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

/**
 * Lists, at the end of a run, what an engine's driver could not do, and notes what ran in which engine. A run of some
 * of the tests leaves no note.
 */
export default class SkipsReporter implements Reporter {
  async onTestRunEnd(modules: readonly TestModule[]): Promise<void> {
    for (const [project, run] of runsOf(modules)) {
      if (await isWhole(project, run)) {
        mkdirSync(RUNS, { recursive: true });
        // "firefox (firefox)": the project, and its instance.
        const [name = ''] = project.name.split(' ');
        writeFileSync(`${RUNS}/${name}.json`, `${JSON.stringify(run, null, 2)}\n`);
      }
      for (const { name, reason } of run.skipped) {
        process.stdout.write(`skipped in ${run.name} ${run.version}: ${name}: ${reason}\n`);
      }
    }
  }
}

async function isWhole(project: TestProject, run: EngineRun): Promise<boolean> {
  const { testFiles } = await project.globTestFiles();
  return (
    !project.globalConfig.testNamePattern && Object.keys(run.files).length === testFiles.length
  );
}

function runsOf(modules: readonly TestModule[]): Map<TestProject, EngineRun> {
  const runs = new Map<TestProject, EngineRun>();
  for (const module of modules) {
    const { engine } = module.meta();
    if (!engine) continue;
    const run = runs.get(module.project) ?? { ...engine, files: {}, skipped: [] };
    runs.set(module.project, run);
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
