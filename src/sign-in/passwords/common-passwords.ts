/**
 * The commonest passwords of at least ten characters, as lists of leaked ones show year after year, and our demo's own.
 * Compared without capitals and without what is put at the end to please a rule ('Password123!' is 'password123').
 */
const COMMON = new Set(
  `1234567890 12345678910 0123456789 0987654321 9876543210 1111111111 0000000000 1212121212 1231231231 1234512345
  123456789a 1q2w3e4r5t 1q2w3e4r5t6y 1qaz2wsx3e 1qaz2wsx3edc q1w2e3r4t5 q1w2e3r4t5y6 qwertyuiop qwerty1234 qwerty12345
  qwerty123456 qwertyuiop1 asdfghjkl1 zxcvbnm123 password12 password123 password1234 password12345 passw0rd123 p@ssw0rd123
  p@ssword123 mypassword mypassword1 letmein123 letmein1234 welcome123 welcome1234 iloveyou12 iloveyou123 sunshine12
  sunshine123 princess12 princess123 football12 football123 liverpool1 liverpool123 manchester manchester1 chelsea123
  arsenal123 superman123 abcdefghij abc1234567 abcd123456 abcde12345 aaaaaaaaaa michael123 charlie123 changeme123
  administrator admin12345 admin123456 test123456 postoffice postoffice1 postoffice123 customerservice cxuniversity
  cx-university love-your-customers loveyourcustomers`.split(/\s+/),
);

export function isCommonPassword(password: string): boolean {
  const plain = password.normalize('NFKC').toLowerCase();
  return COMMON.has(plain) || COMMON.has(plain.replace(/[!?.*#$]+$/, '')) || new Set(plain).size < 4;
}
