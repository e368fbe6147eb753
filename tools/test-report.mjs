// What a runner of the screens' tests said: `node tools/test-report.mjs vitest|playwright FILE`. The first line is "PASSED FAILED", then comes
// one line for each test that failed, or passed on the second try only, with its error.
import { readFileSync } from 'node:fs';

const [kind, file] = process.argv.slice(2);
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours of a terminal begin with one
const plain = (text) => (text ?? '').replace(/\u001b\[[0-9;]*m/g, '').trim().split('\n').filter((line) => !line.includes('node_modules')).slice(0, 10).join('\n      ');

function vitest(report) {
  const failed = report.testResults.flatMap((suite) => {
    const tests = suite.assertionResults.filter((test) => test.status === 'failed');
    const lines = tests.map((test) => `${suite.name}: ${test.fullName}\n      ${plain(test.failureMessages?.join('\n'))}`);
    return suite.status === 'failed' && tests.length === 0 ? [`${suite.name}\n      ${plain(suite.message)}`] : lines;
  });
  // A file that cannot be read at all has no failed tests.
  return { passed: report.numPassedTests, failed: Math.max(failed.length, report.success ? 0 : 1), lines: failed };
}

function playwright(report) {
  const lines = report.errors.map((error) => `outside a test\n      ${plain(error.message)}`);
  const walk = (suite, titles) => {
    for (const inner of suite.suites ?? []) walk(inner, [...titles, inner.title]);
    for (const spec of suite.specs ?? [])
      for (const test of spec.tests) {
        if (test.status !== 'unexpected' && test.status !== 'flaky') continue;
        const errors = test.results.flatMap((result) => result.errors.map((error) => error.message));
        lines.push(`${test.status === 'flaky' ? '(on the second try) ' : ''}${[...titles, spec.title].join(': ')}, line ${spec.line}\n      ${plain(errors[0])}`);
      }
  };
  for (const suite of report.suites) walk(suite, [suite.title]);
  return { passed: report.stats.expected + report.stats.flaky, failed: report.stats.unexpected + report.errors.length, lines };
}

const { passed, failed, lines } = (kind === 'vitest' ? vitest : playwright)(JSON.parse(readFileSync(file, 'utf8')));
console.log(`${passed} ${failed}`);
for (const line of lines) console.log(line);
