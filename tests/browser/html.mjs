// Rules of HTML, checked on a page.
import { HtmlValidate } from 'html-validate';

const validator = new HtmlValidate({
  extends: ['html-validate:standard', 'html-validate:a11y', 'html-validate:document'],
  rules: {
    // Tight templates may leave blanks at line ends; browsers do not mind.
    'no-trailing-whitespace': 'off',
    // The long names of some procedures are their official names.
    'long-title': 'off',
    // Suggestions below a text field are no <select>.
    'prefer-native-element': ['error', { exclude: ['listbox'] }],
    // Styles and scripts come from the site itself, under a policy that lets nothing else in.
    'require-sri': ['error', { target: 'crossorigin' }],
  },
});

/** What is wrong with a page, one line each. */
export async function invalid(html) {
  const report = await validator.validateString(html);
  return report.results.flatMap((result) => result.messages.map((found) => `${found.ruleId} ${found.line}:${found.column} ${found.message}`)).slice(0, 20);
}
