// The files that `launchgate init` writes, as text.
import type { Ci, Detected } from './detect.ts';

export interface InitFile {
  /** From the root of the repository for CI, from the audited folder for the rest. */
  readonly path: string;
  readonly in: 'repository' | 'folder';
  readonly text: string;
}

export const configFileName = 'launchgate.config.yaml';

/** The configuration: what was found is in it, what a user has to decide stands there as a comment. */
export function configFile({ units, start, waitFor, envFiles }: Detected): InitFile {
  const found = units.map(({ root, frameworks }) => `# Found: ${root === '' ? '.' : root} (${frameworks.join(', ')})`);
  const startLine = start === undefined ? '# start: npm start' : `# start: ${JSON.stringify(start)}`;
  const waitLine = `# waitFor: ${waitFor ?? 'http://127.0.0.1:8000/healthz'}`;
  return {
    path: configFileName,
    in: 'folder',
    text: [
      '# yaml-language-server: $schema=https://unpkg.com/launchgate/cli/config/launchgate.config.schema.json',
      ...(found.length > 0 ? found : ['# No backend service was found here.']),
      '',
      '# The tier that has to be reached: testflight, app-store or post-launch.',
      'gate: testflight',
      '',
      '# With these, the service is started and looked at live as well.',
      startLine,
      waitLine,
      ...(envFiles.length > 0 ? [`# envFiles: [${envFiles.join(', ')}]`] : []),
      '',
      '# Origins that browsers may call from, to see that they still may.',
      '# allowedOrigins: [https://app.example.com]',
      '',
    ].join('\n'),
  };
}

const checkout = 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1';
const setupNode = 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0';
const uploadSarif = 'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2';

export interface CiRequest {
  /** The audited folder as seen from the root of the repository; `.` where it is the root. */
  readonly folder: string;
  readonly version: string;
  /** The branch that changes go into. */
  readonly branch: string;
}

/** What a CI server runs; undefined where it is only told on the terminal. */
export function ciFile(ci: Ci, { folder, version, branch }: CiRequest): InitFile {
  const audit = `npx --yes launchgate@${version} audit ${shellWord(folder)}`;
  switch (ci) {
    case 'github':
      return { path: '.github/workflows/launchgate.yml', in: 'repository', text: githubWorkflow(audit, branch) };
    case 'gitlab':
      return { path: '.gitlab/launchgate.gitlab-ci.yml', in: 'repository', text: gitlabJob(audit) };
    case 'generic':
      return { path: 'launchgate-ci.sh', in: 'repository', text: genericScript(audit) };
  }
}

const githubWorkflow = (
  audit: string,
  branch: string,
): string => `# Baseline, suppressions and gate of a pull request are those of the branch it goes into: fetch-depth 0 brings it along.
name: launchgate
on:
  pull_request:
  push:
    branches: [${branch}]
permissions:
  contents: read
concurrency:
  group: launchgate-\${{ github.ref }}
  cancel-in-progress: true
jobs:
  audit:
    runs-on: ubuntu-latest
    timeout-minutes: 15
    permissions:
      contents: read
      security-events: write # findings go to code scanning
    steps:
      - uses: ${checkout}
        with:
          fetch-depth: 0
          persist-credentials: false
      - uses: ${setupNode}
        with:
          node-version: '24'
      - run: ${audit} -f text -f sarif=launchgate.sarif
      - if: \${{ !cancelled() && hashFiles('launchgate.sarif') != '' && github.event.pull_request.head.repo.fork != true }}
        uses: ${uploadSarif}
        continue-on-error: true
        with:
          sarif_file: launchgate.sarif
`;

const gitlabJob = (audit: string): string => `# In .gitlab-ci.yml:  include: [{ local: .gitlab/launchgate.gitlab-ci.yml }]
launchgate:
  image: node:24
  stage: test
  variables:
    GIT_DEPTH: '0'
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  before_script:
    - if [ -n "$CI_MERGE_REQUEST_TARGET_BRANCH_NAME" ]; then git fetch --quiet origin "+refs/heads/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME:refs/remotes/origin/$CI_MERGE_REQUEST_TARGET_BRANCH_NAME"; fi
  script:
    - ${audit} -f text -f gitlab=launchgate-codequality.json -f junit=launchgate.xml -f html=launchgate.html
  artifacts:
    when: always
    paths: [launchgate.html]
    reports:
      codequality: launchgate-codequality.json
      junit: launchgate.xml
`;

const genericScript = (audit: string): string => `#!/bin/sh
# 0 passed, 1 not passed, 2 could not run. Name the branch that a change goes into, so that its baseline and suppressions count and not the change's own.
set -eu
${audit} -f text -f junit=launchgate.xml -f html=launchgate.html \${TARGET_BRANCH:+--suppressions-from "origin/$TARGET_BRANCH"}
`;

const shellWord = (text: string): string => (/^[\w./-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`);
