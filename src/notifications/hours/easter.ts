import { addDays, type IsoDate } from '../../platform/dates.js';

/**
 * Easter Sunday of a year of the Gregorian calendar: the “anonymous” algorithm (Nature, 20 April 1876; Meeus,
 * Astronomical Algorithms, chapter 8).
 */
export function easterSunday(year: number): IsoDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const inCentury = year % 100;
  const correction = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7;
  const lateMoon = Math.floor((golden + 11 * epact + 22 * weekday) / 451);
  const daysAfterFirstOfMarch = epact + weekday - 7 * lateMoon + 21;
  return addDays(`${year}-03-01`, daysAfterFirstOfMarch);
}
