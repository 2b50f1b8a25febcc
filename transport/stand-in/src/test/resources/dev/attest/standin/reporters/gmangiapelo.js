const { AzureTestPlanReporter } = require('@gmangiapelo/azuredevops-test-reporter');

async function publish() {
  const reporter = new AzureTestPlanReporter({
    pat: process.env.STAND_IN_TOKEN,
    organizationUrl: process.env.STAND_IN_URL,
    projectId: process.env.STAND_IN_PROJECT,
    planId: 10,
    suiteId: 12,
    runName: 'gmangiapelo',
  });
  await reporter.init();
  await reporter.starTestRun();
  await reporter.sendTestResult({ testCaseId: '124', result: 'Passed', message: 'fine' });
  await reporter.sendTestResult({ testCaseId: '123', result: 'Failed', message: 'expected 2' });
  await reporter.stopTestRun();
}

publish().catch(error => {
  console.log(error.stack);
  process.exit(1);
});
