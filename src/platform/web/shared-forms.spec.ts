import { describe, expect, it } from '@jest/globals';
import { rememberNothingTyped } from './shared-forms.js';

describe('on a shared device', () => {
  it.each([
    ['<form method="post">', '<form autocomplete="off" method="post">'],
    // The first of two attributes counts.
    ['<form method="post" autocomplete="on">', '<form autocomplete="off" method="post" autocomplete="on">'],
    [
      '<form action="/a"></form><form action="/b">',
      '<form autocomplete="off" action="/a"></form><form autocomplete="off" action="/b">',
    ],
    ['<p>a form &lt;form is a form</p><formula>', '<p>a form &lt;form is a form</p><formula>'],
  ])('%s is remembered by no browser', (html, sent) => {
    expect(rememberNothingTyped(html)).toBe(sent);
  });
});
