import { createHash } from 'node:crypto';
import { Markup, markup } from './markup.ts';
import { pageScript } from './script.ts';
import { pageStyle } from './style.ts';

export interface Section {
  readonly id: string;
  readonly title: string;
  readonly body: Markup;
  /** Takes more than a column of text where there is room. */
  readonly broad?: boolean;
}

export interface Page {
  readonly title: string;
  readonly description: string;
  /** Top of the page, with the only `h1`. */
  readonly header: Markup;
  readonly sections: readonly Section[];
  readonly footer: Markup;
}

function hashOf(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

// A policy for a page that needs nothing from anywhere and may do nothing but what it does.
const policy = [
  "default-src 'none'",
  `style-src ${hashOf(pageStyle)}`,
  `script-src ${hashOf(pageScript)}`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** A self-contained HTML page: no request leaves it, and nothing but its own style and script runs. */
export function renderPage({ title, description, header, sections, footer }: Page): string {
  const contents = sections.map(
    ({ id, title: name }) => markup`<li><a href="#${id}">${name}</a></li>`,
  );
  const { text } = markup`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<meta name="referrer" content="no-referrer">
<meta name="description" content="${description}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${new Markup(pageStyle)}</style>
</head>
<body>
<a class="skip" href="#content">Skip to the report</a>
<header>
${header}
<nav aria-label="Contents"><ul>${contents}</ul></nav>
</header>
<main id="content" tabindex="-1">
${sections.map(
  ({ id, title: name, body, broad }) =>
    markup`<section id="${id}"${broad && markup` class="broad"`} aria-labelledby="${id}-title">
<h2 id="${id}-title">${name}</h2>
${body}
</section>
`,
)}</main>
<footer>
${footer}
</footer>
<script>${new Markup(pageScript)}</script>
</body>
</html>
`;
  return text;
}
