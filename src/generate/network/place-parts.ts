import type { Nation } from './layout.js';

/** Parts of invented place names; the joins were chosen so that they sound like places without being any. */
interface Parts {
  starts: string[];
  ends: string[];
  /** What stands between the two. */
  joint: string;
}

const words = (text: string) => text.trim().split(/\s+/);

export const PLACE_PARTS: Record<Nation, Parts> = {
  england: {
    starts: words(`
      Aldrin Brackle Cawder Dunnow Elvin Farrin Gansel Hurrow Ilder Jessel Kettin Lorrow Mawden Nessel Orrin Pellow Quarrin
      Rissel Sorrin Tavil Umber Vennel Wexel Yarrin Ambrow Bessel Corrin Darrow Ennel Fossel Gorrow Hasset Irrin Jarrel
      Kelder Lissel Morrow Nennin Oster Pessel Rannow Sallin Torrel Ulder Varrow Wissen Yessel Zennow`),
    ends: words(`
      beck brook bourne by cliffe combe cote croft dale den end field ford gate ham hill holme hurst leigh mead mere mouth
      ness port rigg shaw side stead stoke stow thorpe ton water well wick wold worth`),
    joint: '',
  },
  wales: {
    starts: words('Aber Bryn Coed Cwm Llan Maes Nant Pentre Pont Porth Rhos Rhyd Tre Ynys Felin Dol'),
    ends: words(`
      Wyrdan Tegil Hafan Orwig Derfyn Elwyn Celyn Eirin Gwynant Fedwen Haul Morfan Siriol Tewdan Arlen Brithan Cerwyn
      Dulan Enfys Ffraid Glesyn Heulwen Illan Lleuan Mererid Nerthan`),
    joint: ' ',
  },
  scotland: {
    starts: words('Auchen Bal Craig Drum Dun Glen Inver Kil Kin Kirk Loch Pit Strath Tully Ard Ben'),
    ends: words(`
      arran bracken corrie dallie erran fernie gorlie harrow issal kennet lomie mirren nairie ollan perrick quhale rannie
      sallan torrick urlie varrie wharran`),
    joint: '',
  },
  northernIreland: {
    starts: words('Bally Carrick Clon Derry Drum Ennis Kil Knock Lis Magher Rath Tully'),
    ends: words(
      'arden boran callow dorran ennan farlane gorey hanlon illan kerrin loran mulvan nagh orran rennan sallagh',
    ),
    joint: '',
  },
};

export const QUARTERS = [
  'High Street',
  'Market Place',
  'Station Road',
  'Harbour',
  'North',
  'Old Town',
  'Mill Lane',
  'Green',
  'Church Road',
  'Parade',
  'Cross',
  'Bridge Street',
];

/** What payment points are at home in. */
export const SHOPS = [
  'Newsagents',
  'Convenience Store',
  'Service Station',
  'Village Shop',
  'Supermarket',
  'Pharmacy',
  'Stationers',
  'Community Centre',
  'Garage',
  'Farm Shop',
];

export const DEPARTMENTS = [
  'Customer experience',
  'Technology',
  'Digital',
  'Marketing',
  'Customer operations',
  'Finance',
  'People team',
  'Property',
  'Procurement',
  'Legal',
  'Risk and audit',
  'Communications',
  'Cash logistics',
  'Branch support',
  'Identity services',
  'Travel services',
  'Mails and parcels',
  'Banking services',
  'Bill payments',
  'Network planning',
  'Training',
  'Health and safety',
  'Data and insight',
  'Complaints',
  'Fraud prevention',
  'Service desk',
  'Payroll',
  'Facilities',
  'Strategy',
  'Internal audit',
];
