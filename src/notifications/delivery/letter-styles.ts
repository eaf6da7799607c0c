/** The few styles of a letter; mail programs load no sheet. Colours are those of assets/scss/_tokens.scss. */
export const LETTER_STYLES = `
body { margin: 0; padding: 0 0 24px; background: #eef5f5; color: #10272d; font: 17px/1.5 Arial, Helvetica, sans-serif; }
.fascia { padding: 16px 20px; background: #003c4b; color: #ffffff; font-weight: bold; }
.in { max-width: 560px; margin: 0 auto; }
.letter { padding: 4px 20px 0; }
.message { margin: 0 0 16px; padding: 18px 20px; background: #ffffff; border-radius: 14px; }
h1 { margin: 16px 0 14px; font-size: 17px; }
h2 { margin: 0 0 8px; font-size: 20px; line-height: 1.3; }
p { margin: 0 0 14px; }
.action { display: inline-block; padding: 12px 20px; border-radius: 14px; background: #00707f; color: #ffffff; font-weight: bold; text-decoration: none; }
.foot { color: #465a60; font-size: 15px; }
.foot a { color: #00566b; }
`;
