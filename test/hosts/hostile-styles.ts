/** What style sheets of pages do to everything on them, by the kind of page. */
export const HOSTILE: Readonly<Record<string, string>> = {
  'the reset that unsets everything': `
    body *, body *::before, body *::after { all: unset !important; }`,

  'the reset that unsets and reverts': `
    *:where(:not(html, iframe, canvas, img, svg, video, audio):not(svg *, symbol *)) { all: unset; display: revert; }
    *, *::before, *::after { box-sizing: border-box; }`,

  Bootstrap: `
    *, *::before, *::after { box-sizing: border-box; }
    body { margin: 0; font-family: "Segoe UI", Roboto, sans-serif; font-size: 1rem; font-weight: 400; line-height: 1.5;
           color: #212529; -webkit-text-size-adjust: 100%; text-align: center; }
    h1, h2, h3 { margin-top: 0; margin-bottom: .5rem; font-weight: 500; line-height: 1.2; font-size: 2.5rem; }
    p { margin-top: 0; margin-bottom: 1rem; } ul { padding-left: 2rem; } a { color: #0d6efd; }
    button, input { margin: 0; font-family: inherit; font-size: inherit; line-height: inherit; border-radius: 0; }
    table { caption-side: bottom; border-collapse: collapse; } svg { vertical-align: middle; }
    [role=button] { cursor: pointer; } [hidden] { display: none !important; }
    [data-theme=dark], [data-bs-theme=dark] { background: black !important; color: white !important; }`,

  'Det Fælles Designsystem': `
    html { font-size: 62.5%; box-sizing: border-box; } *, *::before, *::after { box-sizing: inherit; }
    body { font-family: "IBM Plex Sans", system, sans-serif; font-size: 1.6rem; line-height: 2.4rem; color: #1a1a1a; }
    h1, h2, h3, h4 { font-weight: 600; margin: 0 0 1.6rem; } p { max-width: 66ch; margin: 0 0 1.6rem; }
    a { color: #004d99; } a:visited { color: #800080; } input, button { font-family: inherit; height: 4.8rem; }
    table { width: 100%; } th, td { padding: 1.6rem; text-align: left; } svg { fill: currentColor; width: 2.4rem; }
    *:focus { outline: 3px solid #454545; outline-offset: 1px; }`,

  'a page that insists': `
    body, body * { font-family: "Comic Sans MS", fantasy !important; font-size: 30px !important; font-style: italic !important;
        font-weight: 900 !important; line-height: 3 !important; color: red !important; text-align: right !important;
        text-transform: uppercase !important; text-indent: 2em !important; text-shadow: 2px 2px blue !important;
        white-space: pre !important; direction: rtl !important; color-scheme: dark !important;
        -webkit-text-fill-color: lime !important; }
    button { background: red !important; padding: 40px !important; border: 9px dotted !important; }
    svg, path { fill: red !important; stroke: none !important; }
    [hidden] { display: block !important; } [role] { outline: 5px solid red !important; }
    section, header, div, span { margin: 20px !important; float: left !important; }`,

  'a page from right to left with boxes of its own': `
    html { direction: rtl; writing-mode: horizontal-tb; } * { box-sizing: content-box; }
    button { all: unset; } .button, .menu, .cell, .row, .legend, .head { display: none; background: red; }`,

  'a dark page': `
    html { color-scheme: dark; } body { background: #111; color: #eee; }`,
};
