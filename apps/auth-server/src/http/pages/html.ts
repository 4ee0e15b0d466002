import library, { safe, type HtmlSafeString } from 'escape-html-template-tag';

/**
 * HTML of a template: every value is escaped, save what this made. The package is an ES module whose types describe a
 * CommonJS one, hence the cast.
 */
export const html = library as unknown as typeof library.default;
export { safe, type HtmlSafeString };
