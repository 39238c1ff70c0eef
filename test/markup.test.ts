import { HtmlValidate } from 'html-validate';
import { describe, expect, inject, it } from 'vitest';
import { readPage } from './lib/site.ts';
import { templates } from './lib/templates.ts';

const { dir } = inject('site');

const validator = new HtmlValidate({
  root: true,
  extends: ['html-validate:recommended', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Every file comes from the site itself, under a name made of its content: there is no other
    // party to guard against.
    'require-sri': 'off',
    // A figure's permanent address begins with its area's code, by contract: valid HTML, if no
    // selector without an escape.
    'valid-id': ['error', { relaxed: true }],
    // Checkboxes of one name are one question; they are sent as a list.
    'form-dup-name': ['error', { shared: ['radio', 'checkbox', 'button', 'reset', 'submit'] }],
    // The titles of sources are theirs, however long.
    'long-title': 'off',
    // Numbers stand as the dataset holds them; where a line may break is for the style sheet.
    'tel-non-breaking': 'off',
  },
});

describe('the markup of every template is valid', () => {
  it.each(templates)('$name ($lang)', async ({ path }) => {
    const report = await validator.validateString(readPage(dir, path));
    const messages = report.results.flatMap((result) =>
      result.messages.map(
        ({ ruleId, message, selector }) => `${ruleId}: ${message} (${selector ?? ''})`,
      ),
    );
    expect(messages.slice(0, 10)).toEqual([]);
  });
});
