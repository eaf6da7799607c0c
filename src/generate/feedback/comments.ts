import type { Driver } from '../../platform/drivers.js';
import type { Chance } from '../chance.js';

type Tone = 'praise' | 'complaint';

/** What invented customers say, by driver. `{thing}` and `{when}` are filled in, so that no two pages read alike. */
const SENTENCES: Record<Driver, Record<Tone, string[]>> = {
  friendly: {
    praise: [
      'A smile and a hello before I had even put my bag down.',
      'The lady on the counter remembered my name {when}.',
      'So cheerful, even with a long line behind me.',
      'They made my mum laugh while we sorted out {thing}.',
      'Felt like visiting a neighbour, not an office.',
    ],
    complaint: [
      'Nobody looked up for the first two minutes.',
      'I was served without a single word {when}.',
      'Felt as if I was interrupting something.',
      'The young man was talking to a colleague the whole time.',
      'No hello, no goodbye, just {thing} pushed across the counter.',
    ],
  },
  professional: {
    praise: [
      'Checked everything twice and explained why. I felt in safe hands.',
      'Very discreet with my account details.',
      'Calm and tidy, and the paperwork for {thing} was right first time.',
      'Did exactly what they said they would do, to the minute.',
      'Handled a difficult person ahead of me with real grace.',
    ],
    complaint: [
      'My details were read out for the whole shop to hear.',
      'The form for {thing} was filled in wrong and I only saw it at home.',
      'Personal phone calls behind the counter {when}.',
      'Asked for my ID three times, by three people.',
      'Nobody wrote down what I had already told them.',
    ],
  },
  knowledge: {
    praise: [
      'Knew straight away which service I needed for {thing}.',
      'Explained the fees in plain words before I paid.',
      'Told me about a cheaper way to send {thing}. I had no idea.',
      'Answered every question without looking anything up.',
      'Finally somebody who could explain travel money.',
    ],
    complaint: [
      'Two people gave me two different answers about {thing}.',
      'They did not know the fee and had to guess.',
      'I had to explain the form to them.',
      'Was told the service does not exist. It does.',
      'Nobody knew how the new machine works {when}.',
    ],
  },
  understanding: {
    praise: [
      'She saw I was upset and took me to a quiet corner.',
      'He listened to the whole story before saying a word.',
      'They noticed I could not read the small print and read it to me.',
      'Asked what I needed it for, then found something better.',
      'So patient with my dad and {thing}.',
    ],
    complaint: [
      'I was told about a product when all I wanted was help with {thing}.',
      'Nobody asked what the problem really was.',
      'Felt rushed, and I am not quick on my feet.',
      'I said I was worried and it was ignored.',
      'They kept answering a question I had not asked.',
    ],
  },
  efficiency: {
    praise: [
      'In and out in four minutes with {thing}.',
      'They opened a second counter as soon as the line grew.',
      'Somebody walked along the queue and sorted out who needed what.',
      'Had my forms ready before I reached the counter.',
      'Quickest visit in years, {when} of all times.',
    ],
    complaint: [
      'Twenty five minutes in the queue with one counter open.',
      'Waited {when} while three people stood behind the counter.',
      'Had to queue twice for the same {thing}.',
      'Nobody told us why it was taking so long.',
      'The system was down and we only heard at the counter.',
    ],
  },
  expectations: {
    praise: [
      'My {thing} had gone missing and they rang the depot there and then.',
      'They said they would call back by five and they did.',
      'Something had gone wrong and it was put right in front of me.',
      'More than I hoped for. I left smiling.',
      'Told me honestly how long {thing} would take, and it was quicker.',
    ],
    complaint: [
      'I was promised a call about {thing} and nobody rang.',
      'It was the third visit for the same problem.',
      'Told one thing on the phone and another at the counter.',
      'Nobody took charge of putting it right.',
      'The card said I could collect {thing} here. I could not.',
    ],
  },
};

const THINGS = [
  'a parcel',
  'my passport form',
  'travel money',
  'a bill',
  'a deposit',
  'a return',
  'my licence',
  'a letter',
];
const WHENS = ['on Friday', 'at lunchtime', 'on Saturday morning', 'just before closing', 'first thing', 'this week'];

export function comment(chance: Chance, driver: Driver, tone: Tone): string {
  return chance
    .pick(SENTENCES[driver][tone])
    .replace('{thing}', chance.pick(THINGS))
    .replace('{when}', chance.pick(WHENS))
    .replace('my a ', 'my ')
    .replace('my my ', 'my ')
    .replace('same a ', 'same ')
    .replace('same my ', 'same ');
}
