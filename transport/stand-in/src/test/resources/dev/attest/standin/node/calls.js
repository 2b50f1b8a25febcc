'use strict';

// Calls a stand-in with Microsoft's client, and prints one line for each call: its name, a tab, and ok or the error.
// STAND_IN_URL, STAND_IN_TOKEN and STAND_IN_PROJECT say which. The test plans are those of plans.json.

const assert = require('assert');
const { Readable } = require('stream');
const azdev = require('azure-devops-node-api');
const test = require('azure-devops-node-api/interfaces/TestInterfaces');
const wit = require('azure-devops-node-api/interfaces/WorkItemTrackingInterfaces');
const testPlan = require('azure-devops-node-api/interfaces/TestPlanInterfaces');

const { STAND_IN_URL: collection, STAND_IN_TOKEN: token, STAND_IN_PROJECT: project } = process.env;
const webApi = new azdev.WebApi(collection, azdev.getPersonalAccessTokenHandler(token));

/** The client answers null for 404 as well, so that only the deletions, whose effect is read back, may be empty. */
const something = reply => assert.ok(reply !== null && reply !== undefined, 'the reply is empty');
const nothing = reply => assert.strictEqual(reply, null);

/** Makes a call and checks its reply. Returns the reply; an object with nothing in it after an error. */
async function call(name, action, check = something) {
    try {
        const reply = await action();
        await check(reply);
        console.log(`${name}\tok`);
        return reply;
    } catch (e) {
        console.log(`${name}\t${String(e && e.message ? e.message : e).replace(/\s+/g, ' ')}`);
        return {};
    }
}

const equal = assert.strictEqual;
const ids = list => list.map(item => item.id);
const base64 = text => Buffer.from(text).toString('base64');

async function text(stream) {
    const chunks = [];
    for await (const chunk of stream) {
        chunks.push(chunk);
    }
    return Buffer.concat(chunks).toString();
}

const hasText = expected => async stream => equal(await text(stream), expected);

async function locations() {
    await call('connect', () => webApi.connect(), data => assert.ok(data.authenticatedUser.id));
    const api = await webApi.getLocationsApi();
    await call('Location.getResourceAreas', () => api.getResourceAreas());
    await call('Location.getConnectionData', () => api.getConnectionData(), data => assert.ok(data.instanceId));
}

async function projectsAndBuilds() {
    const core = await webApi.getCoreApi();
    await call('Core.getProjects', () => core.getProjects(), list => equal(list[0].name, project));
    await call('Core.getProject', () => core.getProject(project), one => equal(one.name, project));
    const build = await webApi.getBuildApi();
    await call('Build.getBuild', () => build.getBuild(project, 5), one => equal(one.id, 5));
    await call('Build.getBuilds', () => build.getBuilds(project, undefined, undefined, undefined, undefined, undefined,
        undefined, undefined, undefined, undefined, undefined, undefined, 10, undefined, undefined, undefined, undefined,
        undefined, [5, 6]), list => equal(list.length, 2));
}

async function runs(api) {
    const run = await call('Test.createTestRun', () => api.createTestRun({
        name: 'node', automated: true, state: 'InProgress', build: { id: '5' }, startDate: '2026-12-01T10:00:00Z'
    }, project), reply => assert.ok(reply.id > 0));
    const other = await call('Test.createTestRun to delete',
        () => api.createTestRun({ name: 'deleted', automated: true }, project));
    await call('Test.getTestRunById', () => api.getTestRunById(project, run.id, true), one => {
        equal(one.state, 'InProgress');
        equal(one.build.id, '5');
    });
    await call('Test.updateTestRun', () => api.updateTestRun({ comment: 'changed' }, project, run.id),
        one => equal(one.comment, 'changed'));
    await call('Test.getTestRuns', () => api.getTestRuns(project, undefined, undefined, undefined, undefined, true, true,
        0, 10), list => assert.deepStrictEqual(ids(list), [run.id, other.id]));
    await call('Test.getTestRuns of a build', () => api.getTestRuns(project, 'vstfs:///Build/Build/5'),
        list => assert.deepStrictEqual(ids(list), [run.id]));
    const day = 24 * 60 * 60 * 1000;
    await call('Test.queryTestRuns', () => api.queryTestRuns(project, new Date(Date.now() - day),
        new Date(Date.now() + day), test.TestRunState.InProgress, undefined, true, test.TestRunPublishContext.Build, [5], undefined, undefined,
        undefined, undefined, undefined, undefined, 'node', 10), list => assert.deepStrictEqual(ids(list), [run.id]));
    await call('Test.deleteTestRun', () => api.deleteTestRun(project, other.id), nothing);
    return run.id;
}

async function results(api, run) {
    const added = await call('Test.addTestResultsToTestRun', () => api.addTestResultsToTestRun([
        { testCaseTitle: 'adds', automatedTestName: 'shop.CartTest.adds', outcome: 'Passed', state: 'Completed',
            durationInMs: 12, associatedBugs: [{ id: '4711' }] },
        { testCaseTitle: 'pays', automatedTestName: 'shop.CartTest.pays', outcome: 'Failed', state: 'Completed' }
    ], project, run), list => assert.deepStrictEqual(ids(list), [100000, 100001]));
    const [first, second] = ids(added);
    const updated = await call('Test.updateTestResults', () => api.updateTestResults([{
        id: second, outcome: 'Passed', state: 'Completed', comment: 'at last', resultGroupType: test.ResultGroupType.Rerun,
        subResults: [
            { sequenceId: 1, displayName: 'Attempt 1', outcome: 'Failed', resultGroupType: test.ResultGroupType.None },
            { sequenceId: 2, displayName: 'Attempt 2', outcome: 'Passed', resultGroupType: test.ResultGroupType.None }
        ]
    }], project, run), list => equal(list[0].subResults.length, 2));
    const subResult = updated[0].subResults[0].id;
    await call('Test.getTestResults', () => api.getTestResults(project, run), list => equal(list.length, 2));
    await call('Test.getTestResults with sub-results', () => api.getTestResults(project, run,
        test.ResultDetails.SubResults), list => equal(list[1].subResults[0].displayName, 'Attempt 1'));
    await call('Test.getTestResults with flags', () => api.getTestResults(project, run,
        test.ResultDetails.SubResults | test.ResultDetails.WorkItems, 0, 100, [test.TestOutcome.Passed]), list => {
        equal(list[0].associatedBugs[0].id, '4711');
        equal(list[1].subResults.length, 2);
    });
    await call('Test.getTestResultById', () => api.getTestResultById(project, run, second,
        test.ResultDetails.SubResults), one => {
        equal(one.comment, 'at last');
        equal(one.resultGroupType, test.ResultGroupType.Rerun);
        equal(one.subResults.length, 2);
    });
    await call('Test.getTestResultsByQuery by id', () => api.getTestResultsByQuery(
        { results: [{ id: first, testRun: { id: String(run) } }], fields: [] }, project),
    reply => equal(reply.results[0].testCaseTitle, 'adds'));
    await call('Test.getTestResultsByQuery by name', () => api.getTestResultsByQuery(
        { resultsFilter: { automatedTestName: 'shop.CartTest.pays' } }, project),
    reply => assert.deepStrictEqual(ids(reply.results), [second]));
    await call('Test.getBugsLinkedToTestResult', () => api.getBugsLinkedToTestResult(project, run, first),
        list => assert.deepStrictEqual(ids(list), ['4711']));
    await call('Test.getTestRunStatistics', () => api.getTestRunStatistics(project, run),
        reply => equal(reply.runStatistics.reduce((sum, one) => sum + one.count, 0), 2));
    return { first, second, subResult };
}

async function attachments(api, run, { first, second, subResult }) {
    const model = (fileName, content) => ({
        fileName, stream: base64(content), comment: 'by node', attachmentType: 'GeneralAttachment'
    });
    const ofRun = await call('Test.createTestRunAttachment',
        () => api.createTestRunAttachment(model('run.txt', 'of the run'), project, run));
    await call('Test.getTestRunAttachments', () => api.getTestRunAttachments(project, run),
        list => equal(list[0].fileName, 'run.txt'));
    await call('Test.getTestRunAttachmentContent', () => api.getTestRunAttachmentContent(project, run, ofRun.id),
        hasText('of the run'));
    await call('Test.getTestRunAttachmentZip', () => api.getTestRunAttachmentZip(project, run, ofRun.id));
    const ofResult = await call('Test.createTestResultAttachment',
        () => api.createTestResultAttachment(model('result.txt', 'of the result'), project, run, first));
    await call('Test.createTestIterationResultAttachment',
        () => api.createTestIterationResultAttachment(model('iteration.txt', 'i'), project, run, first, 1));
    await call('Test.getTestResultAttachments', () => api.getTestResultAttachments(project, run, first),
        list => assert.ok(list.some(file => file.fileName === 'result.txt' && file.size === 13)));
    await call('Test.getTestResultAttachmentContent',
        () => api.getTestResultAttachmentContent(project, run, first, ofResult.id), hasText('of the result'));
    await call('Test.getTestResultAttachmentZip',
        () => api.getTestResultAttachmentZip(project, run, first, ofResult.id));
    const ofSub = await call('Test.createTestSubResultAttachment',
        () => api.createTestSubResultAttachment(model('sub.txt', 'of the attempt'), project, run, second, subResult));
    await call('Test.getTestSubResultAttachments',
        () => api.getTestSubResultAttachments(project, run, second, subResult),
        list => assert.deepStrictEqual(ids(list), [ofSub.id]));
    await call('Test.getTestSubResultAttachmentContent',
        () => api.getTestSubResultAttachmentContent(project, run, second, ofSub.id, subResult),
        hasText('of the attempt'));
    await call('Test.getTestSubResultAttachmentZip',
        () => api.getTestSubResultAttachmentZip(project, run, second, ofSub.id, subResult));
}

async function points(api) {
    await call('Test.getPoints', () => api.getPoints(project, 10, 12, 'System.Title', undefined, undefined, undefined,
        true), list => assert.deepStrictEqual(ids(list), [3, 4]));
    await call('Test.getPoint', () => api.getPoint(project, 10, 11, 1), one => equal(one.testCase.id, '123'));
    await call('Test.getPointsByQuery', () => api.getPointsByQuery({ pointsFilter: { testcaseIds: [124] } }, project, 0, 10),
        reply => assert.deepStrictEqual(ids(reply.points), [3, 5]));
    await call('Test.updateTestPoints', () => api.updateTestPoints({ outcome: 'Failed' }, project, 10, 12, '3,4'),
        list => assert.deepStrictEqual(list.map(point => point.outcome), ['Failed', 'Failed']));
    await call('Test.updateTestPoints to active',
        () => api.updateTestPoints({ resetToActive: true }, project, 10, 12, '4'),
        list => equal(list[0].outcome, 'Unspecified'));
    await call('Test.getTestCases', () => api.getTestCases(project, 10, 12),
        list => assert.deepStrictEqual(list.map(one => one.testCase.id), ['124', '123']));
    await call('Test.getTestCaseById', () => api.getTestCaseById(project, 10, 12, 124),
        one => equal(one.testCase.id, '124'));
    const run = await call('Test.createTestRun of a plan',
        () => api.createTestRun({ name: 'planned', plan: { id: '20' }, pointIds: [5] }, project));
    await call('Test.updateTestResults of a plan', () => api.updateTestResults(
        [{ id: 100000, outcome: 'Passed', state: 'Completed' }], project, run.id));
}

async function plans() {
    const api = await webApi.getTestPlanApi();
    await call('TestPlan.getTestPlans', () => api.getTestPlans(project, undefined, undefined, true, true),
        list => assert.deepStrictEqual(ids(list), [10, 20]));
    await call('TestPlan.getTestPlanById', () => api.getTestPlanById(project, 10),
        plan => assert.deepStrictEqual(plan.rootSuite, { id: 11, name: 'Release 1' }));
    await call('TestPlan.getTestSuitesForPlan', () => api.getTestSuitesForPlan(project, 10), list => {
        assert.deepStrictEqual(ids(list), [11, 12]);
        assert.deepStrictEqual(list[1].parentSuite, { id: 11, name: 'Release 1' });
        equal(list[1].suiteType, testPlan.TestSuiteType.StaticTestSuite);
    });
    await call('TestPlan.getTestSuitesForPlan as a tree',
        () => api.getTestSuitesForPlan(project, 10, testPlan.SuiteExpand.Children, undefined, true),
        list => assert.deepStrictEqual(ids(list[0].children), [12]));
    await call('TestPlan.getTestSuiteById', () => api.getTestSuiteById(project, 10, 12, testPlan.SuiteExpand.Children),
        suite => assert.deepStrictEqual(suite.plan, { id: 10, name: 'Release 1' }));
    await call('TestPlan.getTestCaseList', () => api.getTestCaseList(project, 10, 11, undefined, undefined,
        'System.Title', undefined, false, undefined, undefined, true), list => equal(list.length, 3));
    await call('TestPlan.getTestCase', () => api.getTestCase(project, 10, 12, '124'), list => {
        equal(list[0].workItem.id, 124);
        equal(list[0].pointAssignments[0].configurationName, 'Windows');
    });
    // Servers before 6.0 do not look into the suites below a suite.
    const below = process.env.SUITES_BELOW === 'true' ? [3, 4] : [];
    await call('TestPlan.getPointsList', () => api.getPointsList(project, 10, 11, undefined, undefined, undefined, true,
        true, true), list => assert.deepStrictEqual(ids(list), [1, 2, ...below]));
    await call('TestPlan.getPoints', () => api.getPoints(project, 10, 12, '3'),
        list => assert.deepStrictEqual(ids(list), [3]));
    await call('TestPlan.updateTestPoints', () => api.updateTestPoints(
        [{ id: 2, results: { outcome: testPlan.Outcome.Blocked } }], project, 10, 11),
    list => equal(list[0].results.outcome, testPlan.Outcome.Blocked));
}

async function workItems(api) {
    const field = (name, value) => ({ op: 'add', path: `/fields/${name}`, value });
    const bug = await call('WorkItemTracking.createWorkItem', () => api.createWorkItem(null,
        [field('System.Title', 'by node'), field('System.Tags', 'node'), field('System.AssignedTo', 'Attest Publisher')],
        project, 'Bug'), item => equal(item.fields['System.Title'], 'by node'));
    const other = await call('WorkItemTracking.createWorkItem to delete',
        () => api.createWorkItem(null, [field('System.Title', 'deleted')], project, 'Task'));
    await call('WorkItemTracking.updateWorkItem', () => api.updateWorkItem(null, [
        { op: 'test', path: '/rev', value: bug.rev },
        field('System.State', 'Active'),
        { op: 'add', path: '/relations/-', value: { rel: 'Hyperlink', url: 'http://localhost/' } }
    ], bug.id, project), item => equal(item.fields['System.State'], 'Active'));
    await call('WorkItemTracking.getWorkItem', () => api.getWorkItem(bug.id, undefined, undefined,
        wit.WorkItemExpand.All, project), item => equal(item.relations.length, 1));
    await call('WorkItemTracking.getWorkItem with fields', () => api.getWorkItem(bug.id, ['System.Title']),
        item => assert.deepStrictEqual(item.fields, { 'System.Title': 'by node' }));
    await call('WorkItemTracking.getWorkItems', () => api.getWorkItems([bug.id, 999], undefined, undefined,
        wit.WorkItemExpand.Relations, wit.WorkItemErrorPolicy.Omit, project), list => equal(list.length, 2));
    await call('WorkItemTracking.getWorkItemsBatch', () => api.getWorkItemsBatch(
        { ids: [bug.id, 4711], fields: ['System.Id'], errorPolicy: wit.WorkItemErrorPolicy.Fail }, project),
    list => assert.deepStrictEqual(ids(list), [bug.id, 4711]));
    await call('WorkItemTracking.deleteWorkItem', () => api.deleteWorkItem(other.id, project),
        deleted => equal(deleted.id, other.id));
    await call('WorkItemTracking.getUpdates', () => api.getUpdates(bug.id, 10, 0, project),
        list => equal(list.length, 2));
    await call('WorkItemTracking.getUpdate', () => api.getUpdate(bug.id, 2, project), update => equal(update.rev, 2));
    return bug.id;
}

async function typesAndQueries(api, bug) {
    await call('WorkItemTracking.getWorkItemTypes', () => api.getWorkItemTypes(project),
        list => assert.ok(list.some(type => type.name === 'Test Case')));
    await call('WorkItemTracking.getWorkItemType', () => api.getWorkItemType(project, 'Test Case'),
        type => equal(type.states[0].name, 'Design'));
    await call('WorkItemTracking.getWorkItemTypeStates', () => api.getWorkItemTypeStates(project, 'Bug'),
        list => equal(list[0].category, 'Proposed'));
    await call('WorkItemTracking.getFields', () => api.getFields(project),
        list => assert.ok(list.some(field => field.referenceName === 'Custom.Team')));
    await call('WorkItemTracking.getField', () => api.getField('System.ChangedDate'),
        field => equal(field.type, wit.FieldType.DateTime));
    const query = where => api.queryByWiql({ query: `SELECT [System.Id] FROM WorkItems WHERE ${where}` }, { project });
    const found = result => assert.deepStrictEqual(ids(result.workItems), [bug]);
    await call('WorkItemTracking.queryByWiql by tag',
        () => query("[System.TeamProject] = @project AND [System.Tags] CONTAINS 'node'"), found);
    await call('WorkItemTracking.queryByWiql by person', () => query('[System.AssignedTo] = @me'), found);
    await call('WorkItemTracking.queryByWiql by day',
        () => query("[System.ChangedDate] >= @today - 7 AND [System.Title] = 'by node'"), found);
}

async function comments(api, bug) {
    const kept = await call('WorkItemTracking.addComment', () => api.addComment({ text: 'first' }, project, bug),
        comment => equal(comment.text, 'first'));
    const other = await call('WorkItemTracking.addComment to delete',
        () => api.addComment({ text: 'deleted' }, project, bug));
    await call('WorkItemTracking.getComment', () => api.getComment(project, bug, kept.id),
        comment => assert.ok(comment.createdDate instanceof Date));
    await call('WorkItemTracking.getComments', () => api.getComments(project, bug, 10, undefined, false,
        wit.CommentExpandOptions.None, wit.CommentSortOrder.Asc),
    list => assert.deepStrictEqual(ids(list.comments), [kept.id, other.id]));
    await call('WorkItemTracking.getCommentsBatch', () => api.getCommentsBatch(project, bug, [kept.id]),
        list => equal(list.count, 1));
    await call('WorkItemTracking.updateComment', () => api.updateComment({ text: 'better' }, project, bug, kept.id),
        comment => equal(comment.version, 2));
    await call('WorkItemTracking.deleteComment', () => api.deleteComment(project, bug, other.id), nothing);
}

async function files(api, bug) {
    const link = file => api.updateWorkItem(null,
        [{ op: 'add', path: '/relations/-', value: { rel: 'AttachedFile', url: file.url } }], bug, project);
    const simple = await call('WorkItemTracking.createAttachment', () => api.createAttachment(null,
        Readable.from(['sent whole']), 'simple.txt', 'Simple', project), file => assert.ok(file.url));
    await call('WorkItemTracking.getAttachmentContent',
        () => api.getAttachmentContent(simple.id, 'simple.txt', project, true), hasText('sent whole'));
    await call('WorkItemTracking.getAttachmentZip', () => api.getAttachmentZip(simple.id, 'simple.txt', project));
    await call('WorkItemTracking.updateWorkItem with a file', () => link(simple));
    const chunked = await call('WorkItemTracking.createAttachment in chunks', () => api.createAttachment(null,
        Readable.from([]), 'chunked.txt', 'Chunked', project), file => assert.ok(file.id));
    // The client has no method for a chunk, but negotiates its address and version.
    const put = await api.vsoClient.getVersioningData('7.1-preview.3', 'wit', 'e07b5fa4-1499-494d-a496-64b860fd64ff',
        { project, id: chunked.id }, { uploadType: 'chunked', fileName: 'chunked.txt' });
    const chunk = (range, content) => api.rest.uploadStream('PUT', put.requestUrl, Readable.from([content]), {
        acceptHeader: api.createAcceptHeader('application/json', put.apiVersion),
        additionalHeaders: { 'Content-Type': 'application/octet-stream', 'Content-Range': range }
    });
    await call('WorkItemTracking.rest.uploadStream of the first chunk', () => chunk('bytes 0-3/9', 'sent'),
        reply => equal(reply.statusCode, 201));
    await call('WorkItemTracking.rest.uploadStream of the last chunk', () => chunk('bytes 4-8/9', ' late'),
        reply => equal(reply.statusCode, 200));
    await call('WorkItemTracking.getAttachmentContent in chunks',
        () => api.getAttachmentContent(chunked.id, 'chunked.txt'), hasText('sent late'));
    await call('WorkItemTracking.updateWorkItem with a chunked file', () => link(chunked));
}

async function testResults() {
    const api = await webApi.getTestResultsApi();
    const run = await call('TestResults.createTestRun',
        () => api.createTestRun({ name: 'testresults', automated: true, state: 'InProgress' }, project));
    await call('TestResults.getTestRunById', () => api.getTestRunById(project, run.id, true),
        one => equal(one.name, 'testresults'));
    await call('TestResults.addTestResultsToTestRun', () => api.addTestResultsToTestRun(
        [{ testCaseTitle: 'a', outcome: 'Passed', state: 'Completed' }], project, run.id));
    await call('TestResults.getTestResults', () => api.getTestResults(project, run.id, test.ResultDetails.Point),
        list => equal(list.length, 1));
    await call('TestResults.getTestResultById', () => api.getTestResultById(project, run.id, 100000),
        one => equal(one.outcome, 'Passed'));
    await call('TestResults.getTestRunStatistics', () => api.getTestRunStatistics(project, run.id));
    const model = { fileName: 'a.txt', stream: base64('a') };
    const ofRun = await call('TestResults.createTestRunAttachment',
        () => api.createTestRunAttachment(model, project, run.id));
    const ofResult = await call('TestResults.createTestResultAttachment',
        () => api.createTestResultAttachment(model, project, run.id, 100000));
    await call('TestResults.getTestResultAttachmentContent',
        () => api.getTestResultAttachmentContent(project, run.id, 100000, ofResult.id), hasText('a'));
    await call('TestResults.deleteTestRunAttachment',
        () => api.deleteTestRunAttachment(project, run.id, ofRun.id), nothing);
    await call('TestResults.deleteTestResultAttachment',
        () => api.deleteTestResultAttachment(project, run.id, 100000, ofResult.id), nothing);
    await call('TestResults.updateTestRun', () => api.updateTestRun({ state: 'Completed' }, project, run.id),
        one => equal(one.state, 'Completed'));
}

async function main() {
    await locations();
    await projectsAndBuilds();
    const testApi = await webApi.getTestApi();
    const run = await runs(testApi);
    const added = await results(testApi, run);
    await attachments(testApi, run, added);
    await points(testApi);
    await plans();
    const witApi = await webApi.getWorkItemTrackingApi();
    const bug = await workItems(witApi);
    await typesAndQueries(witApi, bug);
    await comments(witApi, bug);
    await files(witApi, bug);
    await testResults();
    await call('Test.updateTestRun to complete it', () => testApi.updateTestRun({ state: 'Completed' }, project, run),
        one => equal(one.state, 'Completed'));
}

main().catch(e => console.log(`${e.stack}`.replace(/\s+/g, ' ')));
