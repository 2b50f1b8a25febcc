const existing = process.env.MODE === 'existing';

module.exports = {
  testMatch: 'cart.spec.js',
  reporter: [['@alex_neo/playwright-azure-reporter', {
    orgUrl: process.env.STAND_IN_URL,
    token: process.env.STAND_IN_TOKEN,
    projectName: process.env.STAND_IN_PROJECT,
    planId: 10,
    testRunTitle: 'Playwright',
    publishTestResultsMode: existing ? 'testResult' : process.env.MODE,
    isExistingTestRun: existing,
    testRunId: existing ? Number(process.env.RUN) : undefined,
    uploadAttachments: true,
    attachmentsType: ['note'],
    testRunConfig: { configurationIds: [2] },
  }]],
};
