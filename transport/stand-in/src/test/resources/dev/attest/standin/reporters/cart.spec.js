const { test, expect } = require('@playwright/test');

test.describe('Cart', () => {
  test('[124] adds', () => {
    expect(1 + 1).toBe(2);
  });

  test('[123] removes', async ({}, info) => {
    await info.attach('note', { body: 'seen', contentType: 'text/plain' });
    expect(1).toBe(2);
  });
});
